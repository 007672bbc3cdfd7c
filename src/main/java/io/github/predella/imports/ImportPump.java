package io.github.predella.imports;

import io.github.predella.flow.ProgressMeter;
import io.github.predella.flow.Pump;
import io.github.predella.images.ImportRecordService;
import io.github.predella.tasks.TaskRun;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.function.LongFunction;

/**
 * Makes the pumps that move the data of imports: they tell users how far it has come, and stop when the import is
 * cancelled, the image is deleted, or another task has it.
 */
@ApplicationScoped
public class ImportPump {

    private static final Duration LOOK_ROUND = Duration.ofSeconds(1);
    private static final long MIB = 1024 * 1024;

    private ImportRecordService ledger;
    private Clock clock;

    /** For the container's proxy only. */
    protected ImportPump() {}

    @Inject
    public ImportPump(ImportRecordService ledger, Clock clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * A pump for one transfer.
     *
     * @param progress makes the sentence for users from the MiB that have been moved
     */
    Pump of(ImportRun run, LongFunction<String> progress) {
        return of(run.run(), () -> ledger.held(run.imageId(), run.taskId()), progress);
    }

    /**
     * A pump for one transfer.
     *
     * @param wanted throws when the data is not needed any more
     * @param progress makes the sentence for users from the MiB that have been moved
     */
    Pump of(TaskRun run, Runnable wanted, LongFunction<String> progress) {
        var meter = ProgressMeter.open();
        return Pump.metered(meter)
                .asking(
                        () -> {
                            run.checkpoint();
                            wanted.run();
                            run.say(progress.apply(meter.bytes() / MIB));
                        },
                        LOOK_ROUND,
                        clock);
    }
}
