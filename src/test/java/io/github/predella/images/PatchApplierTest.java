package io.github.predella.images;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.predella.config.PolicySettings;
import io.github.predella.core.Caller;
import io.github.predella.core.Fault;
import io.github.predella.images.Image.Status;
import io.github.predella.images.Image.Visibility;
import io.github.predella.images.ImagePatch.Operation;
import io.github.predella.images.ImagePatch.Verb;
import io.github.predella.protect.PropertyProtections;
import io.github.predella.protect.ProtectionFile;
import io.github.predella.testing.Callers;
import io.github.predella.testing.Images;
import jakarta.json.Json;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PatchApplierTest {

    private static final Caller ALICE = Callers.member("p1");
    private static final Caller ADMIN = Callers.admin("p9");

    private final LedgerFixture ledger = new LedgerFixture();

    private ImageDetails apply(Caller caller, Image image, PropertyProtections protections, Operation... operations) {
        var applier = new PatchApplier(ledger.schema, ledger.access, protections, ledger.places);
        return applier.apply(caller, image, new ImagePatch(List.of(operations)), url -> null)
                .details();
    }

    private ImageDetails apply(Caller caller, Image image, Operation... operations) {
        return apply(caller, image, PropertyProtections.none(), operations);
    }

    private static Operation operation(Verb verb, String root, String json) {
        return new Operation(verb, List.of(root), json == null ? null : value(json), false);
    }

    private static JsonValue value(String json) {
        try (var reader = Json.createReader(new StringReader("[" + json + "]"))) {
            return reader.readArray().get(0);
        }
    }

    /** The table of images-api, "PATCH": one row for each case. */
    @ParameterizedTest
    @CsvFileSource(resources = "/images/patch-table.csv", numLinesToSkip = 1, quoteCharacter = '`')
    void everyOperationEndsAsItMust(
            boolean strict, String verb, String root, String json, Status status, boolean asAdmin, String expected) {
        var image = Images.in(status)
                .named("old")
                .tagged("t")
                .with("present", "1")
                .storedIn("fast", "memory://x")
                .done();
        var operation = new Operation(Verb.valueOf(verb), List.of(root), json == null ? null : value(json), strict);

        assertEquals(expected, outcome(asAdmin ? ADMIN : ALICE, image, operation));
    }

    private String outcome(Caller caller, Image image, Operation operation) {
        try {
            var details = apply(caller, image, operation);
            var root = operation.root();
            return switch (root) {
                case "name" -> String.valueOf(details.name());
                case "owner" -> String.valueOf(details.owner());
                case "visibility" -> details.visibility().wireName();
                case "disk_format" -> String.valueOf(details.diskFormat());
                case "container_format" -> String.valueOf(details.containerFormat());
                case "min_ram" -> String.valueOf(details.minRam());
                case "min_disk" -> String.valueOf(details.minDisk());
                case "protected" -> String.valueOf(details.isProtected());
                case "os_hidden" -> String.valueOf(details.hidden());
                case "tags" -> String.join(" ", details.tags());
                default -> String.valueOf(details.properties().get(root));
            };
        } catch (Fault fault) {
            return fault.kind().name();
        }
    }

    @Test
    void operationsAreAppliedOneAfterAnother() {
        var image = Images.queued().done();

        var details = apply(
                ALICE,
                image,
                operation(Verb.ADD, "k", "\"1\""),
                operation(Verb.REPLACE, "k", "\"2\""),
                operation(Verb.ADD, "l", "\"3\""),
                operation(Verb.REMOVE, "l", null),
                operation(Verb.REPLACE, "tags", "[\"b\",\"a\",\"b\"]"));

        assertEquals(Map.of("k", "2"), details.properties());
        assertEquals(Set.of("a", "b"), details.tags());
    }

    @Test
    void theRuleOfTheNewVisibilityIsAskedFirst() {
        var image = Images.active().publicly().done();
        var service = Callers.inProject("p4", "service");

        var visibility = assertThrows(
                Fault.class, () -> apply(service, image, operation(Verb.REPLACE, "visibility", "\"public\"")));
        var name = assertThrows(Fault.class, () -> apply(service, image, operation(Verb.REPLACE, "name", "\"x\"")));

        assertEquals(Fault.Kind.FORBIDDEN, visibility.kind());
        assertEquals(Fault.Kind.NOT_FOUND, name.kind());
    }

    @ParameterizedTest
    @EnumSource
    void everybodyWhoMayChangeAnImageMayTakeItOutOfTheLists(Visibility from) {
        var image = Images.active().visible(from).done();

        assertEquals(
                Visibility.PRIVATE,
                apply(ALICE, image, operation(Verb.REPLACE, "visibility", "\"private\""))
                        .visibility());
    }

    @Test
    void anAbsentAttributeCanBeReplaced() {
        var image = Images.queued().formats(null, null).ownedBy("p1").done();

        assertEquals(
                "n",
                apply(ALICE, image, operation(Verb.REPLACE, "name", "\"n\"")).name());
        assertEquals(
                "raw",
                apply(ALICE, image, operation(Verb.REPLACE, "disk_format", "\"raw\""))
                        .diskFormat());
        assertNull(apply(ADMIN, image, operation(Verb.REPLACE, "owner", "\"\"")).owner());
    }

    private static final String ROLES = """
            [^secret_.*]
            create = admin
            read = admin
            update = admin
            delete = admin
            [^fixed_.*]
            create = @
            read = @
            update = !
            delete = !
            [.*]
            create = @
            read = @
            update = @
            delete = @
            """;

    private static final String POLICIES = """
            [^secret_.*]
            create = context_is_admin
            read = context_is_admin
            update = context_is_admin
            delete = context_is_admin
            [^fixed_.*]
            create = @
            read = @
            update = !
            delete = !
            [.*]
            create = @
            read = @
            update = @
            delete = @
            """;

    private static PropertyProtections protections(Path directory, boolean byRoles) throws IOException {
        Path file = Files.writeString(directory.resolve("protections.conf"), byRoles ? ROLES : POLICIES);
        return byRoles
                ? ProtectionFile.ofRoles(file)
                : ProtectionFile.ofPolicies(file, LedgerFixture.enforcer(directory, true));
    }

    @ParameterizedTest
    @CsvSource({
        // verb, property, for a member, for an administrator
        "ADD, secret_new, FORBIDDEN, x",
        "ADD, secret_old, FORBIDDEN, x",
        "REPLACE, secret_old, CONFLICT, x",
        "REMOVE, secret_old, CONFLICT, null",
        "ADD, fixed_new, x, x",
        "ADD, fixed_old, FORBIDDEN, FORBIDDEN",
        "REPLACE, fixed_old, FORBIDDEN, FORBIDDEN",
        "REMOVE, fixed_old, FORBIDDEN, FORBIDDEN",
        "ADD, free, x, x",
        "REPLACE, present, x, x",
        "REMOVE, present, null, null"
    })
    void protectedPropertiesAreForWhomTheOperatorSays(
            Verb verb, String property, String member, String administrator, @TempDir Path directory)
            throws IOException {
        var image = Images.active()
                .with("secret_old", "1")
                .with("fixed_old", "1")
                .with("present", "1")
                .done();
        var operation = operation(verb, property, verb == Verb.REMOVE ? null : "\"x\"");

        for (boolean byRoles : List.of(true, false)) {
            var protections = protections(directory, byRoles);
            assertEquals(member, outcome(ALICE, image, protections, operation));
            assertEquals(administrator, outcome(ADMIN, image, protections, operation));
            assertEquals(member, outcome(Callers.withService(ALICE, "admin"), image, protections, operation));
        }
    }

    private String outcome(Caller caller, Image image, PropertyProtections protections, Operation operation) {
        try {
            return String.valueOf(
                    apply(caller, image, protections, operation).properties().get(operation.root()));
        } catch (Fault fault) {
            return fault.kind().name();
        }
    }

    @Test
    void whatACallerMayNotReadSurvivesTheirChanges(@TempDir Path directory) throws IOException {
        var protections = protections(directory, true);
        var guarded = new LedgerFixture(LedgerFixture.Setup.standard().with(protections));
        var image = guarded.store(Images.active().with("secret_old", "1").tagged("t"));

        var seen = guarded.images.patch(ALICE, image.id(), ImagePatch.of(Verb.REPLACE, "name", value("\"new\"")));
        guarded.images.addTag(ALICE, image.id(), "u");
        guarded.images.removeTag(ALICE, image.id(), "t");

        assertEquals(Map.of(), seen.details().properties());
        assertEquals(Map.of(), guarded.images.get(ALICE, image.id()).details().properties());
        assertEquals(
                Map.of("secret_old", "1"), guarded.find(image.id()).details().properties());
        assertEquals(
                Map.of("secret_old", "1"),
                guarded.images.get(ADMIN, image.id()).details().properties());
    }

    @Test
    void aNewImageHasOnlyPropertiesThatItsMakerMayCreate(@TempDir Path directory) throws IOException {
        var guarded = new LedgerFixture(LedgerFixture.Setup.standard().with(protections(directory, true)));
        var body = Json.createObjectBuilder().add("secret_new", "1").build();
        var draft = ImageDraft.of(body, guarded.schema);

        var refusal = assertThrows(Fault.class, () -> guarded.images.create(ALICE, draft));

        assertEquals(Fault.Kind.FORBIDDEN, refusal.kind());
        assertEquals(
                Map.of("secret_new", "1"),
                guarded.images.create(ADMIN, draft).details().properties());
    }

    @Test
    void withTheOldDefaultsForeignImagesAreNotChanged() {
        var policy = new PolicySettings("policy.yaml", List.of(), "default", false);
        var access = new ImageAccess(LedgerFixture.enforcer(Path.of("/nonexistent"), false), ledger.rows, policy);
        var applier = new PatchApplier(ledger.schema, access, PropertyProtections.none(), ledger.places);
        var image = Images.active().publicly().done();
        var patch = new ImagePatch(List.of(operation(Verb.REPLACE, "name", "\"x\"")));

        var refusal = assertThrows(Fault.class, () -> applier.apply(Callers.member("p3"), image, patch, url -> null));

        assertEquals(Fault.Kind.FORBIDDEN, refusal.kind());
        assertEquals(
                "x", applier.apply(ADMIN, image, patch, url -> null).details().name());
    }
}
