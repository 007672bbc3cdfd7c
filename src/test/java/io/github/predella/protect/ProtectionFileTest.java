package io.github.predella.protect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.predella.core.Caller;
import io.github.predella.policy.CurrentRules;
import io.github.predella.policy.Enforcer;
import io.github.predella.policy.PolicyFile;
import io.github.predella.policy.PolicyRules;
import io.github.predella.protect.PropertyProtections.Operation;
import io.github.predella.testing.Callers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProtectionFileTest {

    private static final String ALL = "create = @\nread = @\nupdate = @\ndelete = @\n";

    @TempDir
    Path directory;

    private final Caller billing = Callers.inProject("p1", "member", "Billing");
    private final Caller member = Callers.member("p1");
    private Enforcer enforcer;

    @BeforeEach
    void policies() throws IOException {
        Files.writeString(directory.resolve("policy.yaml"), "billing: \"role:billing\"\n");
        var rules = new CurrentRules(
                new PolicyFile(directory, "policy.yaml", List.of()),
                List.of(),
                new PolicyRules.Reading(true, "default"),
                Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));
        enforcer = new Enforcer(rules);
    }

    @ParameterizedTest
    @CsvSource({
        // property, operation, may billing, may member
        "x_billing_code, CREATE, true, false",
        "x_billing_code, READ, true, true",
        "x_billing_code, UPDATE, true, false",
        "x_billing_code, DELETE, false, false",
        "x_hidden, READ, false, false",
        "x_hidden, UPDATE, false, false",
        "x_hidden, DELETE, false, false",
        "x_hidden, CREATE, true, true",
        "my_colour_1, READ, true, true",
        "unheard_of, READ, false, false",
        "os_glance_import_task, UPDATE, true, true",
        "my_os_glance_thing, READ, false, false"
    })
    void bothFormatsDecideAlike(String property, Operation operation, boolean mayBilling, boolean mayMember)
            throws IOException {
        String text = """
                [^x_billing_.*]
                create = NAMES
                read = @
                update = NAMES
                delete = !
                [^x_hidden$]
                create = @
                read =
                update = @
                delete = @
                [colour]
                create = @
                read = @
                update = @
                delete = @
                [os_glance_.*]
                read = !
                """;
        PropertyProtections roles = ProtectionFile.ofRoles(file(text.replace("NAMES", "admin, BILLING")));
        PropertyProtections policies = ProtectionFile.ofPolicies(file(text.replace("NAMES", "billing")), enforcer);

        for (PropertyProtections protections : List.of(roles, policies)) {
            assertEquals(mayBilling, protections.allows(billing, operation, property));
            assertEquals(mayMember, protections.allows(member, operation, property));
        }
    }

    @Test
    void theFirstSectionThatFitsDecidesAlone() throws IOException {
        String text = "[^x_.*]\ncreate = !\nread = admin\nupdate = !\ndelete = !\n[.*]\n" + ALL;

        PropertyProtections protections = ProtectionFile.ofRoles(file(text));

        assertFalse(protections.allows(member, Operation.READ, "x_1"));
        assertTrue(protections.allows(member, Operation.READ, "y_1"));
    }

    @Test
    void rolesOfAServiceTokenDoNotCount() throws IOException {
        PropertyProtections protections =
                ProtectionFile.ofRoles(file("[.*]\ncreate=admin\nread=admin\nupdate=admin\ndelete=admin\n"));

        boolean allowed = protections.allows(Callers.withService(member, "admin"), Operation.READ, "x");

        assertFalse(allowed);
    }

    @Test
    void aSectionDefaultSuppliesWhatOthersLack() throws IOException {
        PropertyProtections protections = ProtectionFile.ofRoles(file("[DEFAULT]\n" + ALL + "[x]\nread = !\n"));

        assertTrue(protections.allows(member, Operation.CREATE, "x"));
        assertFalse(protections.allows(member, Operation.READ, "x"));
    }

    @Test
    void namesThatCannotBeDecidedAboutAreForbidden() throws IOException {
        PropertyProtections protections = ProtectionFile.ofRoles(file("[^(a|aa)+\\1$]\n" + ALL + "[.*]\n" + ALL));

        assertTrue(protections.allows(member, Operation.READ, "aaaa"));
        assertFalse(protections.allows(member, Operation.READ, "a".repeat(200) + "!"));
        assertFalse(protections.allows(member, Operation.READ, "b".repeat(256)));
    }

    @Test
    void withoutAFileEverythingIsAllowed() {
        PropertyProtections protections = PropertyProtections.none();

        boolean allowed = protections.allows(Callers.anonymous(), Operation.DELETE, "x");

        assertTrue(allowed);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[x]\ncreate = @\nread = @\nupdate = @\n",
                "[x]\n" + ALL + "read = !\n",
                "[x]\n" + ALL + "[x]\n" + ALL,
                "[x(]\n" + ALL,
                "[x]\ncreate = @,!\nread = @\nupdate = @\ndelete = @\n",
                "read = @\n"
            })
    void aWrongFileIsRefusedInEitherFormat(String text) throws IOException {
        Path file = file(text);

        assertThrows(ProtectionProblem.class, () -> ProtectionFile.ofRoles(file));
        assertThrows(ProtectionProblem.class, () -> ProtectionFile.ofPolicies(file, enforcer));
    }

    @ParameterizedTest
    @ValueSource(strings = {"billing,context_is_admin", "unheard_of"})
    void aPolicyMustBeOneThatExists(String permission) throws IOException {
        Path file = file("[x]\ncreate = " + permission + "\nread = @\nupdate = @\ndelete = @\n");

        var refusal = assertThrows(ProtectionProblem.class, () -> ProtectionFile.ofPolicies(file, enforcer));

        assertTrue(refusal.getMessage().contains("the section [x] in line 1 create "), refusal.getMessage());
    }

    @Test
    void aFileThatIsNotThereIsRefused() {
        Path file = directory.resolve("nowhere.conf");

        assertThrows(ProtectionProblem.class, () -> ProtectionFile.ofRoles(file));
    }

    private Path file(String text) throws IOException {
        return Files.writeString(directory.resolve("protections.conf"), text);
    }
}
