package io.github.predella.imports;

import io.github.predella.core.Jsons;
import io.github.predella.store.StoreFault;
import io.github.predella.tasks.Task;
import io.github.predella.tasks.TaskRun;
import io.github.predella.tasks.TaskWork;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Tasks about data that is at its place already: it becomes an image's, or is looked at again (ADR 12). */
@ApplicationScoped
public class LocationWork implements TaskWork {

    private static final Logger LOG = Logger.getLogger(LocationWork.class.getName());

    private LocationAdoption adoption;
    private CopyVerification verification;

    /** For the container's proxy only. */
    protected LocationWork() {}

    @Inject
    public LocationWork(LocationAdoption adoption, CopyVerification verification) {
        this.adoption = adoption;
        this.verification = verification;
    }

    @Override
    public Task.Type type() {
        return Task.Type.LOCATION_IMPORT;
    }

    @Override
    public JsonObject run(TaskRun run) throws IOException {
        try {
            if (CopyVerification.isOne(run.task())) {
                return verification.run(run);
            }
            adoption.run(run);
            return Jsons.object().add("image_id", run.task().imageId()).build();
        } catch (StoreFault fault) {
            LOG.log(Level.INFO, fault, () -> "task " + run.task().id() + " fails in a store");
            throw fault.toFault();
        }
    }

    /** Looking at a copy changes nothing, so there is nothing to clean up after it; nor after what had no image. */
    @Override
    public void abandoned(Task task, String reason) {
        if (task.imageId() != null && !CopyVerification.isOne(task)) {
            adoption.abandoned(task);
        }
    }
}
