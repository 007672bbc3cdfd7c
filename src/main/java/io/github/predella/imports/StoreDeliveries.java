package io.github.predella.imports;

import io.github.predella.core.Fault;
import io.github.predella.images.ImageContent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;

/** Brings the data of an import to all of its stores, in their order, one after another or several at a time. */
@ApplicationScoped
public class StoreDeliveries {

    private StoreDelivery delivery;
    private DeliverySettings settings;
    private DeliveryExecutor executor;

    /** For the container's proxy only. */
    protected StoreDeliveries() {}

    @Inject
    public StoreDeliveries(StoreDelivery delivery, DeliverySettings settings, DeliveryExecutor executor) {
        this.delivery = delivery;
        this.settings = settings;
        this.executor = executor;
    }

    /**
     * Returns when every store has the data, or, if one is enough, when every store has been tried and one has it. When
     * it throws, some may have it and nothing goes on.
     *
     * @param content what was measured of the data
     * @return why stores have not got it that could be done without, by their ids
     * @throws Fault why a store has not got it, or none has, or the import cannot go on
     */
    Map<String, String> deliver(ImportRun run, ImportSource source, ImageContent content) throws IOException {
        var round = new Round(run, source, content);
        // Data that comes from a store is read once for each copy, which is load enough.
        int together = source.file().isPresent() ? settings.atOnce() : 1;
        var helpers = helpers(round, Math.min(together, run.stores().size()) - 1);
        round.work();
        helpers.forEach(StoreDeliveries::await);
        return round.finish();
    }

    /** As many as there are threads for now; this one works in any case. */
    private List<Future<?>> helpers(Round round, int wanted) {
        var helpers = new ArrayList<Future<?>>();
        try {
            while (helpers.size() < wanted) {
                var helper = new FutureTask<Void>(round::work, null);
                executor.execute(helper);
                helpers.add(helper);
            }
        } catch (RejectedExecutionException busy) {
            // The others take longer then.
        }
        return helpers;
    }

    /** A helper ends by itself when the task is to end, so an interruption only has to be kept. */
    private static void await(Future<?> helper) {
        boolean interrupted = false;
        while (!helper.isDone()) {
            try {
                helper.get();
            } catch (InterruptedException stop) {
                interrupted = true;
            } catch (ExecutionException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** One import on its way to its stores. */
    private final class Round {

        private final ImportRun run;
        private final ImportSource source;
        private final ImageContent content;
        private final Queue<String> left;
        private final AtomicBoolean shared = new AtomicBoolean();

        // Guarded by this.
        private final Map<String, String> reasons = new TreeMap<>();

        private int arrived;
        private Fault missed;
        private Throwable failure;

        Round(ImportRun run, ImportSource source, ImageContent content) {
            this.run = run;
            this.source = source;
            this.content = content;
            this.left = new ConcurrentLinkedQueue<>(run.stores());
        }

        /** Serves stores until none is left; throws nothing. */
        void work() {
            for (String store = left.poll(); store != null; store = left.poll()) {
                try {
                    run.run().checkpoint();
                    delivery.deliver(run, source, content, store, shared);
                    arrived();
                } catch (StoreDelivery.Missed reason) {
                    missed(store, reason.reason());
                } catch (IOException | RuntimeException | Error reason) {
                    failed(reason);
                }
            }
        }

        private synchronized void arrived() {
            arrived++;
        }

        private synchronized void missed(String store, Fault reason) {
            missed = reason;
            reasons.put(store, reason.getMessage());
            if (run.request().allMustSucceed()) {
                failed(reason);
            }
        }

        private synchronized void failed(Throwable reason) {
            left.clear();
            if (failure == null) {
                failure = reason;
            } else {
                failure.addSuppressed(reason);
            }
        }

        synchronized Map<String, String> finish() throws IOException {
            if (failure instanceof IOException broken) {
                throw broken;
            }
            if (failure instanceof RuntimeException refused) {
                throw refused;
            }
            if (failure instanceof Error serious) {
                throw serious;
            }
            if (arrived == 0) {
                throw ImportFaults.noStoreTookIt(missed);
            }
            return Map.copyOf(reasons);
        }
    }
}
