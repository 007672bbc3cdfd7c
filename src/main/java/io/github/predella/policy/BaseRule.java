package io.github.predella.policy;

import java.util.List;

/** The rules that other rules are built on; always declared. Names and texts are those of the reference. */
public enum BaseRule implements Permission {
    CONTEXT_IS_ADMIN("context_is_admin", "role:admin", "Who is an administrator."),
    DEFAULT("default", "", "What old defaults grant to everybody; a rule file may answer with it for unknown rules."),
    SERVICE_API("service_api", "role:service or role:admin", "Who speaks for another service of the deployment."),
    METADEF_DEFAULT("metadef_default", "", "What old defaults of the metadata catalogue grant to everybody."),
    METADEF_ADMIN("metadef_admin", "rule:context_is_admin", "Who may change the metadata catalogue."),
    MANAGE_IMAGE_CACHE("manage_image_cache", "rule:context_is_admin", "Who may manage the image cache.");

    private final String rule;
    private final String check;
    private final String description;

    BaseRule(String rule, String check, String description) {
        this.rule = rule;
        this.check = check;
        this.description = description;
    }

    @Override
    public String rule() {
        return rule;
    }

    @Override
    public String check() {
        return check;
    }

    @Override
    public String description() {
        return description;
    }

    @Override
    public List<String> operations() {
        return List.of();
    }
}
