package io.github.predella.images;

import io.github.predella.jobs.Job;
import io.github.predella.jobs.JobRun;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Removes the data of deleted images whose time in the bin is over. What a store does not let go of now is tried again
 * at the next look, and a store that is away is asked once a look only.
 */
@ApplicationScoped
public class ScrubJob implements Job {

    private static final int PAGE = 1000;

    private ScrubService ledger;
    private DataRemoval removal;
    private ScrubExecutor threads;
    private DeletionSettings settings;

    /** For the container's proxy only. */
    protected ScrubJob() {}

    @Inject
    public ScrubJob(ScrubService ledger, DataRemoval removal, ScrubExecutor threads, DeletionSettings settings) {
        this.ledger = ledger;
        this.removal = removal;
        this.threads = threads;
        this.settings = settings;
    }

    @Override
    public String name() {
        return "scrub";
    }

    @Override
    public Duration every() {
        return settings.pace();
    }

    @Override
    public Scope scope() {
        return Scope.CLUSTER;
    }

    @Override
    public void run(JobRun run) {
        Set<String> away = ConcurrentHashMap.newKeySet();
        var page = ledger.due("", PAGE);
        while (!page.isEmpty()) {
            for (int from = 0; from < page.size(); from += settings.atOnce()) {
                if (!run.stillOurs()) {
                    return;
                }
                scrub(page.subList(from, Math.min(from + settings.atOnce(), page.size())), away);
            }
            page = ledger.due(page.get(page.size() - 1), PAGE);
        }
        ledger.forgetOthers();
    }

    private void scrub(List<String> together, Set<String> away) {
        CompletableFuture.allOf(together.stream()
                        .map(id -> CompletableFuture.runAsync(() -> scrub(id, away), threads))
                        .toArray(CompletableFuture<?>[]::new))
                .join();
    }

    private void scrub(String id, Set<String> away) {
        if (ledger.begin(id)) {
            removal.removeOf(id, away);
            ledger.finish(id);
        }
    }
}
