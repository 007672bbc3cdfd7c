package io.github.predella.policy;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.predella.core.Caller;
import io.github.predella.core.Fault;
import io.github.predella.testing.Callers;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EnforcerTest {

    private enum Rules implements Permission {
        OPEN_DOOR("open_door", "role:member", "rule:default", null),
        SHUT_DOOR("shut_door", "role:admin", null, "close_door"),
        RING_BELL("ring_bell", "is_admin:True", null, null);

        private final String rule;
        private final String check;
        private final String oldCheck;
        private final String oldRule;

        Rules(String rule, String check, String oldCheck, String oldRule) {
            this.rule = rule;
            this.check = check;
            this.oldCheck = oldCheck;
            this.oldRule = oldRule;
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
        public String oldCheck() {
            return oldCheck;
        }

        @Override
        public String oldRule() {
            return oldRule;
        }

        @Override
        public String description() {
            return "Doors.";
        }

        @Override
        public List<String> operations() {
            return List.of();
        }
    }

    private final Caller member = Callers.member("p1");
    private final Caller reader = Callers.reader("p1");
    private final Caller admin = Callers.admin("p1");

    @Test
    void defaultsDecideWhereTheFileIsSilent() {
        Enforcer enforcer = enforcer(true, Map.of());

        assertTrue(allows(enforcer, member, Rules.OPEN_DOOR));
        assertFalse(allows(enforcer, reader, Rules.OPEN_DOOR));
    }

    @Test
    void theFileStandsOverDefaultsAndOldDefaults() {
        Enforcer enforcer = enforcer(false, Map.of("open_door", "role:admin"));

        assertTrue(allows(enforcer, admin, Rules.OPEN_DOOR));
        assertFalse(allows(enforcer, member, Rules.OPEN_DOOR));
    }

    @Test
    void oldDefaultsGrantTooWhenNewOnesAreNotEnforced() {
        Enforcer enforcer = enforcer(false, Map.of());

        assertTrue(allows(enforcer, reader, Rules.OPEN_DOOR));
        assertFalse(allows(enforcer, reader, Rules.SHUT_DOOR));
    }

    @Test
    void aFormerNameInTheFileCountsUntilTheNewOneIsThere() {
        Enforcer former = enforcer(true, Map.of("close_door", "role:reader"));
        Enforcer both = enforcer(true, Map.of("close_door", "role:reader", "shut_door", "!"));
        Enforcer alias = enforcer(true, Map.of("close_door", "rule:shut_door"));

        assertTrue(allows(former, reader, Rules.SHUT_DOOR));
        assertFalse(allows(both, admin, Rules.SHUT_DOOR));
        assertTrue(allows(alias, admin, Rules.SHUT_DOOR));
        assertFalse(allows(alias, reader, Rules.SHUT_DOOR));
    }

    @Test
    void aNameNobodyDeclaredIsRefusedUnlessTheFileAnswersForSuchNames() {
        Enforcer silent = enforcer(true, Map.of());
        Enforcer answering = enforcer(true, Map.of("default", "role:member"));

        assertFalse(silent.allows(admin, "unheard_of", PolicyTarget.none()));
        assertFalse(silent.decides("unheard_of"));
        assertTrue(silent.decides("open_door"));
        assertTrue(answering.allows(member, "unheard_of", PolicyTarget.none()));
        assertFalse(answering.allows(reader, "unheard_of", PolicyTarget.none()));
        assertTrue(answering.decides("unheard_of"));
    }

    @Test
    void tokensOutsideProjectsAreRefusedWhateverTheRuleSays() {
        Enforcer enforcer = enforcer(true, Map.of("open_door", "@"));

        assertFalse(allows(enforcer, Callers.ofDomain("d1", "admin"), Rules.OPEN_DOOR));
        assertFalse(allows(enforcer, Callers.ofSystem("admin"), Rules.OPEN_DOOR));
        assertFalse(enforcer.isAdmin(Callers.ofSystem("admin")));
        assertTrue(allows(enforcer, Callers.anonymous(), Rules.OPEN_DOOR));
    }

    @Test
    void whoIsAdministratorIsARuleToo() {
        Enforcer usual = enforcer(true, Map.of());
        Enforcer own = enforcer(true, Map.of("context_is_admin", "role:cloud_admin or is_admin:True"));

        assertTrue(usual.isAdmin(admin));
        assertFalse(usual.isAdmin(member));
        assertTrue(usual.isAdmin(Caller.system("req-1")));
        assertTrue(allows(usual, admin, Rules.RING_BELL));
        assertFalse(own.isAdmin(admin));
        assertTrue(own.isAdmin(Callers.inProject("p1", "Cloud_Admin")));
        assertTrue(allows(own, Callers.inProject("p1", "cloud_admin"), Rules.RING_BELL));
    }

    @Test
    void rolesOfAServiceTokenNeverWidenWhatTheUserMay() {
        Enforcer enforcer = enforcer(true, Map.of());

        boolean allowed = allows(enforcer, Callers.withService(member, "admin"), Rules.SHUT_DOOR);

        assertFalse(allowed);
    }

    @Test
    void requireRefusesWithTheSentenceThatNamesTheRule() {
        Enforcer enforcer = enforcer(true, Map.of());

        assertDoesNotThrow(() -> enforcer.require(member, Rules.OPEN_DOOR, PolicyTarget.none()));
        var refusal = assertThrows(Fault.class, () -> enforcer.require(reader, Rules.OPEN_DOOR, PolicyTarget.none()));

        assertEquals(Fault.Kind.FORBIDDEN, refusal.kind());
        assertEquals("You are not authorized to complete open_door action.", refusal.getMessage());
    }

    @Test
    void circlesAreRefused() {
        Map<String, String> circle = Map.of("a", "role:x or not (rule:b)", "b", "rule:c", "c", "rule:a");

        var refusal = assertThrows(PolicyProblem.class, () -> enforcer(true, circle));

        assertTrue(refusal.getMessage().contains("refers to itself"), refusal.getMessage());
    }

    private static boolean allows(Enforcer enforcer, Caller caller, Permission permission) {
        return enforcer.allows(caller, permission, PolicyTarget.none());
    }

    private static Enforcer enforcer(boolean newDefaults, Map<String, String> texts) {
        var files = new HashMap<String, Check>();
        texts.forEach((name, text) -> files.put(name, RuleParser.parse(name, text)));
        PolicyRules rules =
                PolicyRules.of(Arrays.asList(Rules.values()), files, new PolicyRules.Reading(newDefaults, "default"));
        return new Enforcer(() -> rules);
    }
}
