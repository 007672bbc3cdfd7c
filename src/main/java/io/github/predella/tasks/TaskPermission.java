package io.github.predella.tasks;

import io.github.predella.policy.Permission;
import java.util.List;
import java.util.Locale;

/** What can be allowed or denied about tasks. */
public enum TaskPermission implements Permission {
    TASKS_API_ACCESS("Use the tasks API", "POST /v2/tasks", "GET /v2/tasks", "GET /v2/tasks/{task_id}");

    private final String description;

    @SuppressWarnings("ImmutableEnumChecker") // the collection is made once and cannot be changed
    private final List<String> operations;

    TaskPermission(String description, String... operations) {
        this.description = description;
        this.operations = List.of(operations);
    }

    @Override
    public String rule() {
        return name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String check() {
        return "rule:context_is_admin";
    }

    @Override
    public String description() {
        return description;
    }

    @Override
    public List<String> operations() {
        return operations;
    }
}
