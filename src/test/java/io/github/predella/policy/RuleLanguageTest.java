package io.github.predella.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.predella.core.Caller;
import io.github.predella.testing.Callers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The caller is a member of p1; the target belongs to p1, is public and has no member. */
class RuleLanguageTest {

    private static final PolicyTarget TARGET = PolicyTarget.of(Map.of(
            "project_id", "p1",
            "visibility", "public",
            "member_id", "None",
            "protected", "True",
            "min_disk", "10",
            "wanted_role", "Member",
            "user", "user-of-p1"));

    private final Caller caller = Callers.withService(Callers.member("p1"), "service");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`` | true",
                "@ | true",
                "! | false",
                "role:member | true",
                "role:MEMBER | true",
                "role:admin | false",
                "role:%(wanted_role)s | true",
                "role:%(missing)s | false",
                "role:service | false",
                "service_roles:service | true",
                "roles:reader | true",
                "roles:Reader | false",
                "project_id:%(project_id)s | true",
                "tenant:%(project_id)s | true",
                "user_id:%(user)s | true",
                "user_id:user-of-%(project_id)s | true",
                "project_id:p1 | true",
                "project_id:p2 | false",
                "project_id:%(member_id)s | false",
                "project_id:%(missing)s | false",
                "domain_id:%(member_id)s | true",
                "domain_id:None | true",
                "system_scope:all | false",
                "is_admin:False | true",
                "is_admin:True | false",
                "read_only:False | true",
                "is_admin_project:True | true",
                "nothing_known:%(project_id)s | false",
                "user_id.name:x | false",
                "'public':%(visibility)s | true",
                "\"public\":%(visibility)s | true",
                "'private':%(visibility)s | false",
                "'public':%(missing)s | false",
                "True:%(protected)s | true",
                "False:%(protected)s | false",
                "None:%(member_id)s | true",
                "10:%(min_disk)s | true",
                "+10:%(min_disk)s | true",
                "10.0:%(min_disk)s | false",
                "1.50:1.5 | true",
                "'50%':50%% | true",
                "rule:yes | true",
                "rule:no | false",
                "rule:unheard_of | false",
                "not rule:unheard_of | true",
                "http://policy.example/%(project_id)s | false",
                "https://policy.example/ | false",
            })
    void aCheckIsDecided(String text, boolean expected) {
        boolean holds = decide(text);

        assertEquals(expected, holds);
    }

    @ParameterizedTest
    @CsvSource({
        "@ or @ and !, true",
        "(@ or @) and !, false",
        "! and ! or @, true",
        "! and (! or @), false",
        "not ! and !, false",
        "not (! and !), true",
        "not @ or @, true",
        "not (@ or @), false",
        "not not @, true",
        "@ or ! and ! or !, true",
        "! or @ and not !, true",
        "((@)), true",
        "( @ and ( ! or @ ) ), true",
        "@ AND @ Or !, true",
        "NOT !, true",
        "role:admin or (role:member and project_id:%(project_id)s), true",
        "role:admin or (role:member and project_id:%(member_id)s), false"
    })
    void notBindsBeforeAndBeforeOr(String text, boolean expected) {
        boolean holds = decide(text);

        assertEquals(expected, holds);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                " ",
                "and",
                "@ and",
                "or @",
                "@ @",
                "not",
                "(@",
                "@)",
                "()",
                "not ()",
                "word",
                "@ or word",
                "'public'",
                "\"role:member\"",
                ":x",
                "'a:b':%(visibility)s",
                "'a\\'b':x",
                "%(visibility)s:public",
                "project_id:%(project_id)d",
                "project_id:%x",
                "project_id:%(open",
                "'two words':%(visibility)s"
            })
    void whatIsNotInTheLanguageGrantsNothing(String text) {
        assertThrows(RuleParser.NotUnderstood.class, () -> RuleParser.parseText(text));

        assertEquals(false, decide(text));
    }

    @Test
    void deepNestingIsRefusedRatherThanFollowed() {
        String text = "(".repeat(20_000) + "@" + ")".repeat(20_000);

        assertThrows(RuleParser.NotUnderstood.class, () -> RuleParser.parseText(text));
    }

    static Stream<Arguments> theOlderForm() {
        return Stream.of(
                Arguments.of(List.of(), true),
                Arguments.of(List.of(List.of()), false),
                Arguments.of(List.of(List.of(), "@"), true),
                Arguments.of(List.of("!", "role:member"), true),
                Arguments.of(List.of(List.of("role:member", "!")), false),
                Arguments.of(List.of(List.of("role:admin"), List.of("role:member", "project_id:%(project_id)s")), true),
                Arguments.of(List.of("role:member and role:reader"), false),
                Arguments.of(List.of(List.of(List.of("@"))), false),
                Arguments.of(List.of(1), false));
    }

    @ParameterizedTest
    @MethodSource
    void theOlderForm(List<?> rule, boolean expected) {
        boolean holds = decide(rule);

        assertEquals(expected, holds);
    }

    private boolean decide(Object rule) {
        var files = new HashMap<String, Check>();
        files.put("yes", Check.Fixed.ALWAYS);
        files.put("no", Check.Fixed.NEVER);
        files.put("asked", RuleParser.parse("asked", rule));
        PolicyRules rules = PolicyRules.of(List.of(), files, new PolicyRules.Reading(true, "default"));
        return new Enforcer(() -> rules).allows(caller, "asked", TARGET);
    }
}
