package io.github.predella.tasks;

import io.github.predella.core.Caller;
import io.github.predella.policy.Enforcer;
import io.github.predella.policy.PolicyTarget;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Who may use the tasks API, and whose tasks somebody sees. */
@ApplicationScoped
public class TaskAccess {

    private Enforcer enforcer;

    /** For the container's proxy only. */
    protected TaskAccess() {}

    @Inject
    public TaskAccess(Enforcer enforcer) {
        this.enforcer = enforcer;
    }

    /**
     * Returns when the caller may use the tasks API.
     *
     * @throws io.github.predella.core.Fault FORBIDDEN otherwise
     */
    public void require(Caller caller) {
        enforcer.require(caller, TaskPermission.TASKS_API_ACCESS, PolicyTarget.none());
    }

    /** The only project whose tasks the caller sees in lists; null for those of all. */
    String listedOwner(Caller caller) {
        if (enforcer.isAdmin(caller)) {
            return null;
        }
        return caller.project() == null ? "" : caller.project();
    }

    /** Whether the caller may see a task: it is theirs or nobody's, or they are an administrator. */
    boolean sees(Caller caller, Task task) {
        return task.owner().isEmpty() || caller.isOf(task.owner()) || enforcer.isAdmin(caller);
    }
}
