package io.github.predella.tasks;

import io.github.predella.core.Caller;
import io.github.predella.core.SafeToRepeat;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;

/**
 * What has moved in the ledger of late, for whoever keeps looking and tells others. Each method is one short
 * transaction.
 */
@ApplicationScoped
@SafeToRepeat
@Transactional
public class TaskChangeService {

    private TaskChanges changes;
    private TaskAccess access;

    /** For the container's proxy only. */
    protected TaskChangeService() {}

    @Inject
    public TaskChangeService(TaskChanges changes, TaskAccess access) {
        this.changes = changes;
        this.access = access;
    }

    /** The tasks whose last change was in a stretch of time, as {@link TaskChanges#between}. */
    public List<TaskChanges.Moment> between(Instant from, Instant to, int most) {
        return changes.between(from, to, most);
    }

    /** Whether the caller finds such a task in lists. */
    public boolean tells(Caller caller, TaskChanges.Moment moment) {
        String owner = access.listedOwner(caller);
        return owner == null || (!owner.isEmpty() && owner.equals(moment.owner()));
    }
}
