package io.github.predella.info;

import io.github.predella.policy.Permission;
import java.util.List;
import java.util.Locale;

/** What can be allowed or denied about the service's own facts. */
public enum InfoPermission implements Permission {
    STORES_INFO_DETAIL(
            "rule:context_is_admin or rule:service_api",
            "rule:context_is_admin",
            "See how the stores are made",
            "GET /v2/info/stores/detail");

    private final String check;
    private final String oldCheck;
    private final String description;
    private final String operation;

    InfoPermission(String check, String oldCheck, String description, String operation) {
        this.check = check;
        this.oldCheck = oldCheck;
        this.description = description;
        this.operation = operation;
    }

    @Override
    public String rule() {
        return name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String check() {
        return check;
    }

    @Override
    public String oldCheck() {
        return oldCheck;
    }

    @Override
    public String description() {
        return description;
    }

    @Override
    public List<String> operations() {
        return List.of(operation);
    }
}
