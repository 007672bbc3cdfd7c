package io.github.predella.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.predella.core.Caller;
import io.github.predella.testing.Callers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The shapes of the reference's default rules, decided for the reference's personas on an image of project owner. */
class ReferenceRulesTest {

    private static final String MEMBER = "rule:context_is_admin or (role:member and project_id:%(project_id)s)";
    private static final String SEEN = "rule:context_is_admin or (role:reader and (project_id:%(project_id)s"
            + " or project_id:%(member_id)s or 'community':%(visibility)s or 'public':%(visibility)s"
            + " or 'shared':%(visibility)s))";
    private static final String CREATE =
            "rule:context_is_admin or (role:member and project_id:%(project_id)s and project_id:%(owner)s)";
    private static final String ANSWER = "rule:context_is_admin or (role:member and project_id:%(member_id)s)";

    private final PolicyRules rules = PolicyRules.of(
            List.of(),
            Map.of(
                    "change", RuleParser.parseText(MEMBER),
                    "see", RuleParser.parseText(SEEN),
                    "create", RuleParser.parseText(CREATE),
                    "answer", RuleParser.parseText(ANSWER)),
            new PolicyRules.Reading(true, "default"));
    private final Enforcer enforcer = new Enforcer(() -> rules);

    @ParameterizedTest
    @CsvSource({
        // persona, visibility, member_id: see, change, create, answer, service_api, metadef_admin
        "admin elsewhere, private, None, true, true, true, true, true, true",
        "member owner, private, None, true, true, true, false, false, false",
        "reader owner, private, None, true, false, false, false, false, false",
        "member other, private, None, false, false, false, false, false, false",
        "member other, public, None, true, false, false, false, false, false",
        "member other, community, None, true, false, false, false, false, false",
        "member target, shared, target, true, false, false, true, false, false",
        "reader target, shared, target, true, false, false, false, false, false",
        "service elsewhere, public, None, false, false, false, false, true, false",
        "unrelated owner, private, None, false, false, false, false, false, false",
    })
    void personasMayWhatTheReferenceLetsThem(
            String persona,
            String visibility,
            String memberId,
            boolean see,
            boolean change,
            boolean create,
            boolean answer,
            boolean serviceApi,
            boolean metadefAdmin) {
        Caller caller = caller(persona);
        PolicyTarget image = PolicyTarget.of(
                Map.of("project_id", "owner", "owner", "owner", "visibility", visibility, "member_id", memberId));

        List<Boolean> may = List.of(
                enforcer.allows(caller, "see", image),
                enforcer.allows(caller, "change", image),
                enforcer.allows(caller, "create", image),
                enforcer.allows(caller, "answer", image),
                enforcer.allows(caller, BaseRule.SERVICE_API, image),
                enforcer.allows(caller, BaseRule.METADEF_ADMIN, PolicyTarget.none()));

        assertEquals(List.of(see, change, create, answer, serviceApi, metadefAdmin), may);
    }

    private static Caller caller(String persona) {
        String[] words = persona.split(" ", -1);
        return switch (words[0]) {
            case "admin" -> Callers.admin(words[1]);
            case "member" -> Callers.member(words[1]);
            case "reader" -> Callers.reader(words[1]);
            default -> Callers.inProject(words[1], words[0]);
        };
    }
}
