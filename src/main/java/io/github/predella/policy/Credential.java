package io.github.predella.policy;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The facts about a caller that rules can compare, by the names that rules use for them. */
enum Credential {
    USER_ID,
    PROJECT_ID,
    DOMAIN_ID,
    SYSTEM_SCOPE,
    ROLES,
    SERVICE_ROLES,
    IS_ADMIN,
    IS_ADMIN_PROJECT,
    READ_ONLY,
    REQUEST_ID;

    /** Names in older rule files. */
    private static final Map<String, Credential> FORMER = Map.of(
            "user", USER_ID, "project", PROJECT_ID, "tenant", PROJECT_ID, "tenant_id", PROJECT_ID, "domain", DOMAIN_ID);

    static Optional<Credential> named(String name) {
        return Arrays.stream(values())
                .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst()
                .or(() -> Optional.ofNullable(FORMER.get(name)));
    }

    /** Whether the caller has this text there; for roles, whether any of them is it. */
    boolean is(String text, Question question) {
        var caller = question.caller();
        return switch (this) {
            case USER_ID -> text.equals(orNone(caller.user()));
            case PROJECT_ID -> text.equals(orNone(caller.project()));
            case DOMAIN_ID -> text.equals(orNone(caller.domain()));
            case SYSTEM_SCOPE -> text.equals(caller.system() ? "all" : PolicyTarget.NONE);
            case ROLES -> caller.roles().contains(text);
            case SERVICE_ROLES -> caller.serviceRoles().contains(text);
            case IS_ADMIN -> text.equals(truth(question.isAdmin()));
            case IS_ADMIN_PROJECT -> text.equals("True");
            case READ_ONLY -> text.equals(truth(caller.readOnly()));
            case REQUEST_ID -> text.equals(caller.requestId());
        };
    }

    /** All facts by the names that rules use, for services that are asked about a caller: texts, lists and truths. */
    static Map<String, Object> all(Question question) {
        var caller = question.caller();
        var facts = new LinkedHashMap<String, Object>();
        facts.put("user_id", caller.user());
        facts.put("project_id", caller.project());
        facts.put("domain_id", caller.domain());
        facts.put("system_scope", caller.system() ? "all" : null);
        facts.put("roles", List.copyOf(caller.roles()));
        facts.put("service_roles", List.copyOf(caller.serviceRoles()));
        facts.put("is_admin", question.isAdmin());
        facts.put("is_admin_project", true);
        facts.put("read_only", caller.readOnly());
        facts.put("request_id", caller.requestId());
        return Collections.unmodifiableMap(facts);
    }

    private static String truth(boolean truth) {
        return truth ? "True" : "False";
    }

    private static String orNone(String text) {
        return text == null ? PolicyTarget.NONE : text;
    }
}
