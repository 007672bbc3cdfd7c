package io.github.predella.images;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.predella.config.DataSize;
import io.github.predella.core.Caller;
import io.github.predella.core.Fault;
import io.github.predella.core.PageRequest;
import io.github.predella.images.Image.Status;
import io.github.predella.images.ImageFacets.Facet;
import io.github.predella.images.ImagePatch.Verb;
import io.github.predella.images.ImageQuery.Audience;
import io.github.predella.images.ImageQuery.Field;
import io.github.predella.images.ImageQuery.SortKey;
import io.github.predella.images.LedgerFixture.Setup;
import io.github.predella.protect.PropertyProtections;
import io.github.predella.protect.ProtectionFile;
import io.github.predella.quota.QuotaSettings;
import io.github.predella.testing.Callers;
import io.github.predella.testing.Images;
import jakarta.json.Json;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ImageServiceTest {

    private static final Caller ALICE = Callers.member("p1");
    private static final Caller ADMIN = Callers.admin("p9");
    private static final String ID = "11111111-1111-4111-8111-111111111111";

    private final LedgerFixture ledger = new LedgerFixture();

    private Image create(Caller caller, String body) {
        return create(ledger, caller, body);
    }

    private static Image create(LedgerFixture ledger, Caller caller, String body) {
        try (var reader = Json.createReader(new StringReader(body))) {
            return ledger.images.create(caller, ImageDraft.of(reader.readObject(), ledger.schema));
        }
    }

    private static ImagePatch replace(String attribute, String value) {
        return ImagePatch.of(Verb.REPLACE, attribute, Json.createValue(value));
    }

    private static void assertRefused(Fault.Kind kind, Executable call) {
        assertEquals(kind, assertThrows(Fault.class, call).kind());
    }

    @Test
    void aNewImageWaitsForDataAndBelongsToItsMaker() {
        var image = create(ALICE, "{\"name\":\"n\",\"min_ram\":5,\"tags\":[\"a\",\"a\"],\"os_distro\":\"debian\"}");

        assertEquals(Status.QUEUED, image.status());
        assertEquals("p1", image.owner());
        assertEquals(Image.Visibility.SHARED, image.visibility());
        assertEquals(Set.of("a"), image.details().tags());
        assertEquals(Map.of("os_distro", "debian"), image.details().properties());
        assertEquals(ledger.clock.instant(), image.createdAt());
        assertEquals(image, ledger.find(image.id()));
    }

    @Test
    void anAdministratorMayNameAnyOwnerOrNone() {
        assertEquals("p7", create(ADMIN, "{\"owner\":\"p7\"}").owner());
        assertNull(create(ADMIN, "{\"owner\":null}").owner());
        assertEquals("p9", create(ADMIN, "{}").owner());
    }

    @Test
    void rulesSeeAVisibilityThatNobodyNamedAsPrivate(@TempDir Path directory) throws IOException {
        Files.writeString(directory.resolve("policy.yaml"), "add_image: \"'private':%(visibility)s\"");
        var ruled = new LedgerFixture(Setup.standard().ruledFrom(directory));

        var image = create(ruled, ALICE, "{}");

        assertEquals(Image.Visibility.SHARED, image.visibility());
        create(ruled, ALICE, "{\"visibility\":\"private\"}");
        assertRefused(Fault.Kind.FORBIDDEN, () -> create(ruled, ALICE, "{\"visibility\":\"shared\"}"));
    }

    @Test
    void anIdIsUsedOnce() {
        create(ALICE, "{\"id\":\"" + ID + "\"}");

        assertRefused(Fault.Kind.CONFLICT, () -> create(ALICE, "{\"id\":\"" + ID + "\"}"));
        ledger.disposals.delete(ALICE, ID);
        assertRefused(Fault.Kind.CONFLICT, () -> create(ADMIN, "{\"id\":\"" + ID + "\"}"));
    }

    @Test
    void whoMayOnlyLookChangesNothing() {
        var reader = new Caller("u", "p1", null, false, Set.of("admin"), Set.of(), null, true, "req-1");
        var image = ledger.store(Images.active());

        assertRefused(Fault.Kind.FORBIDDEN, () -> create(reader, "{}"));
        assertRefused(Fault.Kind.FORBIDDEN, () -> ledger.images.patch(reader, image.id(), replace("name", "x")));
        assertRefused(Fault.Kind.FORBIDDEN, () -> ledger.images.addTag(reader, image.id(), "x"));
        assertRefused(Fault.Kind.FORBIDDEN, () -> ledger.images.removeTag(reader, image.id(), "x"));
        assertRefused(Fault.Kind.FORBIDDEN, () -> ledger.images.deactivate(reader, image.id()));
        assertRefused(Fault.Kind.FORBIDDEN, () -> ledger.disposals.delete(reader, image.id()));
        assertEquals(image, ledger.images.get(reader, image.id()));
    }

    @Test
    void limitsOfOneImageHold() {
        assertRefused(Fault.Kind.TOO_LARGE, () -> create(ALICE, "{\"a\":\"1\",\"b\":\"1\",\"c\":\"1\",\"d\":\"1\"}"));
        assertRefused(Fault.Kind.TOO_LARGE, () -> create(ALICE, "{\"tags\":[\"a\",\"a\",\"a\",\"a\"]}"));
        var id = create(ALICE, "{\"a\":\"1\",\"b\":\"1\",\"c\":\"1\",\"tags\":[\"a\",\"b\",\"c\"]}")
                .id();
        assertRefused(
                Fault.Kind.TOO_LARGE,
                () -> ledger.images.patch(ALICE, id, ImagePatch.of(Verb.ADD, "d", Json.createValue("1"))));
        assertRefused(Fault.Kind.TOO_LARGE, () -> ledger.images.addTag(ALICE, id, "d"));
        ledger.images.addTag(ALICE, id, "c");
        assertEquals(3, ledger.find(id).details().properties().size());
    }

    @Test
    void anImageBeyondItsLimitsMayStillBeChanged() {
        var image = ledger.store(Images.queued()
                .with("a", "1")
                .with("b", "1")
                .with("c", "1")
                .with("d", "1")
                .tagged("1", "2", "3", "4"));

        ledger.images.patch(ALICE, image.id(), replace("a", "2"));
        ledger.images.removeTag(ALICE, image.id(), "4");

        assertEquals("2", ledger.find(image.id()).details().properties().get("a"));
    }

    @Test
    void aProjectHasAsManyImagesAsItMay() {
        var limited = new LedgerFixture(
                Setup.standard().with(new QuotaSettings(1, -1, -1, -1, new DataSize(0), null, false)));
        create(limited, ALICE, "{}");

        assertRefused(Fault.Kind.TOO_LARGE, () -> create(limited, ALICE, "{}"));
        create(limited, Callers.member("p2"), "{}");
    }

    @Test
    void aChangeThatChangesNothingLeavesTheTimeAlone() {
        var image = ledger.store(Images.queued().named("same").tagged("t"));

        ledger.images.patch(ALICE, image.id(), new ImagePatch(List.of()));
        ledger.images.patch(ALICE, image.id(), replace("name", "same"));
        ledger.images.addTag(ALICE, image.id(), "t");

        assertEquals(Images.NOON, ledger.find(image.id()).updatedAt());
    }

    @Test
    void aChangeSetsTheTime() {
        var image = ledger.store(Images.queued());
        ledger.clock.advance(Duration.ofMinutes(1));

        var changed = ledger.images.patch(ALICE, image.id(), replace("name", "new"));

        assertEquals(ledger.clock.instant(), changed.updatedAt());
        assertEquals(changed, ledger.find(image.id()));
    }

    @Test
    void aPatchThatFailsHalfWayChangesNothing() {
        var image = ledger.store(Images.queued().named("old"));
        var patch = new ImagePatch(List.of(
                new ImagePatch.Operation(Verb.REPLACE, List.of("name"), Json.createValue("new"), false),
                new ImagePatch.Operation(Verb.REPLACE, List.of("missing"), Json.createValue("x"), false)));

        assertRefused(Fault.Kind.CONFLICT, () -> ledger.images.patch(ALICE, image.id(), patch));

        assertEquals("old", ledger.find(image.id()).details().name());
    }

    @Test
    void aTagHasAtMost255Characters() {
        var image = ledger.store(Images.queued());

        ledger.images.addTag(ALICE, image.id(), "t".repeat(255));

        assertRefused(Fault.Kind.INVALID, () -> ledger.images.addTag(ALICE, image.id(), "t".repeat(256)));
        assertRefused(Fault.Kind.INVALID, () -> ledger.images.addTag(ALICE, image.id(), "\uD83D\uDE00"));
    }

    @Test
    void aTagThatIsNotThereCannotBeTakenAway() {
        var image = ledger.store(Images.queued().tagged("t"));

        ledger.images.removeTag(ALICE, image.id(), "t");

        assertRefused(Fault.Kind.NOT_FOUND, () -> ledger.images.removeTag(ALICE, image.id(), "t"));
    }

    @ParameterizedTest
    @CsvSource({
        "QUEUED, FORBIDDEN, FORBIDDEN",
        "SAVING, FORBIDDEN, FORBIDDEN",
        "UPLOADING, FORBIDDEN, FORBIDDEN",
        "IMPORTING, FORBIDDEN, FORBIDDEN",
        "KILLED, FORBIDDEN, FORBIDDEN",
        "ACTIVE, DEACTIVATED, ACTIVE",
        "DEACTIVATED, DEACTIVATED, ACTIVE"
    })
    void onlyActiveImagesAreDeactivatedAndBack(Status status, String deactivated, String reactivated) {
        var first = ledger.store(Images.in(status));
        var second = ledger.store(Images.in(status));

        assertEquals(deactivated, after(first, () -> ledger.images.deactivate(ALICE, first.id())));
        assertEquals(reactivated, after(second, () -> ledger.images.reactivate(ALICE, second.id())));
    }

    private String after(Image image, Runnable call) {
        try {
            call.run();
            return ledger.find(image.id()).status().name();
        } catch (Fault fault) {
            return fault.kind().name();
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Status.class,
            names = {"PENDING_DELETE", "DELETED"},
            mode = EnumSource.Mode.EXCLUDE)
    void anImageIsDeletedInEveryStatus(Status status) {
        var image = ledger.store(Images.in(status));

        ledger.disposals.delete(ALICE, image.id());

        assertRefused(Fault.Kind.NOT_FOUND, () -> ledger.images.get(ADMIN, image.id()));
        assertRefused(Fault.Kind.NOT_FOUND, () -> ledger.disposals.delete(ALICE, image.id()));
    }

    @Test
    void aProtectedImageStays() {
        var image = ledger.store(Images.active().guarded());

        assertRefused(Fault.Kind.FORBIDDEN, () -> ledger.disposals.delete(ADMIN, image.id()));

        assertEquals(image, ledger.find(image.id()));
    }

    @Test
    void whereTheDataOfADeactivatedImageIsOnlyAdministratorsSee() {
        var image = ledger.store(Images.in(Status.DEACTIVATED).storedIn("fast", "memory://fast/x"));

        assertTrue(ledger.images.get(ALICE, image.id()).locations().isEmpty());
        assertEquals(1, ledger.images.get(ADMIN, image.id()).locations().size());
        assertEquals(1, ledger.find(image.id()).locations().size());
    }

    @Test
    void aPageStaysFullWhenARuleLeavesImagesOut(@TempDir Path directory) throws IOException {
        Files.writeString(directory.resolve("policy.yaml"), "get_image: \"not 'secret':%(name)s\"");
        var ruled = new LedgerFixture(Setup.standard().ruledFrom(directory));
        ruled.store(Images.active().named("secret").madeAfter(Duration.ofSeconds(1)));
        var open = ruled.store(Images.active().named("open"));
        var query = new ImageQuery(
                List.of(),
                new Audience(null, false, Member.Status.ACCEPTED),
                false,
                List.of(new SortKey(Field.CREATED_AT, false), new SortKey(Field.ID, false)),
                new PageRequest(2, null));

        var page = ruled.images.list(ALICE, query);

        assertEquals(List.of(open), page.items());
        assertTrue(page.full());
    }

    @Test
    void aChangeIsWorkedOutAnewWhenTheStatusMovedMeanwhile() {
        var racing = new LedgerFixture(Setup.standard().wrapping(rows -> new RacingImages(rows, Status.SAVING)));
        var first = racing.store(Images.queued().named("old"));
        var second = racing.store(Images.queued());

        racing.images.patch(ALICE, first.id(), replace("name", "new"));

        assertEquals("new", racing.find(first.id()).details().name());
        assertEquals(Status.SAVING, racing.find(first.id()).status());
        assertRefused(
                Fault.Kind.FORBIDDEN, () -> racing.images.patch(ALICE, second.id(), replace("disk_format", "raw")));
        assertEquals("qcow2", racing.find(second.id()).details().diskFormat());
    }

    @Test
    void aDeletionOvertakesAnUpload() {
        var racing = new LedgerFixture(Setup.standard().wrapping(rows -> new RacingImages(rows, Status.SAVING)));
        var image = racing.store(Images.queued());

        assertEquals(
                Status.SAVING,
                racing.disposals.delete(ALICE, image.id()).image().status());
        assertTrue(racing.rows.find(image.id()).isEmpty());
    }

    @Test
    void whoLosesTheStatusIsToldSo() {
        var racing = new LedgerFixture(Setup.standard().wrapping(rows -> new RacingImages(rows, Status.DELETED)));
        var image = racing.store(Images.active());

        assertRefused(Fault.Kind.CONFLICT, () -> racing.images.deactivate(ALICE, image.id()));
    }

    @Test
    void withTheOldDefaultsOnlyOwnersChangeWhatEverybodyMaySee() {
        var old = new LedgerFixture(Setup.standard().withOldDefaults());
        var image = old.store(Images.active().publicly());

        assertRefused(
                Fault.Kind.FORBIDDEN, () -> old.images.patch(Callers.member("p3"), image.id(), replace("name", "x")));
        assertRefused(Fault.Kind.FORBIDDEN, () -> old.disposals.delete(Callers.member("p3"), image.id()));
        old.images.patch(Callers.reader("p1"), image.id(), replace("name", "x"));
        old.disposals.delete(ADMIN, image.id());
    }

    @Test
    void theRolesOfAnAccompanyingServiceGrantNothing() {
        var image = ledger.store(Images.active());
        var helped = Callers.withService(ALICE, "admin", "service");

        assertRefused(
                Fault.Kind.FORBIDDEN, () -> ledger.images.patch(helped, image.id(), replace("visibility", "public")));
        assertRefused(Fault.Kind.FORBIDDEN, () -> ledger.images.patch(helped, image.id(), replace("owner", "p2")));
    }

    @Test
    void protectedPropertiesDoNotMixTheRolesOfAnAccompanyingServiceIn(@TempDir Path directory) throws IOException {
        var file = Files.writeString(
                directory.resolve("protections.conf"), "[.*]\ncreate = @\nread = @\nupdate = @\ndelete = @\n");
        var guarded = new LedgerFixture(Setup.standard().with(ProtectionFile.ofRoles(file)));
        var image = guarded.store(Images.active().with("k", "1"));
        var helped = Callers.withService(ALICE, "admin", "service");

        guarded.images.patch(helped, image.id(), replace("k", "2"));

        assertRefused(
                Fault.Kind.FORBIDDEN, () -> guarded.images.patch(helped, image.id(), replace("visibility", "public")));
        assertEquals(Image.Visibility.SHARED, guarded.find(image.id()).visibility());
    }

    @Test
    void lookingAtAnImageChangesNothing() {
        var image = ledger.store(Images.active().storedIn("unknown", "memory://fast/x"));
        ledger.clock.advance(Duration.ofMinutes(1));

        ledger.images.get(ALICE, image.id());
        ledger.images.list(ALICE, everything());
        ledger.locations.list(ADMIN, image.id());
        ledger.reading.download(ALICE, image.id(), true);

        assertEquals(image, ledger.find(image.id()));
    }

    @Test
    void strangersSeeOnlyWhatTheOperatorsRulesShow(@TempDir Path directory) throws IOException {
        Files.writeString(directory.resolve("policy.yaml"), "get_images: \"\"\nget_image: \"'public':%(visibility)s\"");
        var open = new LedgerFixture(Setup.standard().ruledFrom(directory));
        var stranger = Callers.anonymous();
        for (LedgerFixture one : List.of(ledger, open)) {
            one.store(Images.active().id(ID).publicly());
            one.store(Images.active().visible(Image.Visibility.COMMUNITY));
        }

        assertRefused(Fault.Kind.FORBIDDEN, () -> ledger.images.list(stranger, everything()));
        assertRefused(Fault.Kind.NOT_FOUND, () -> ledger.images.get(stranger, ID));
        assertEquals(ID, open.images.get(stranger, ID).id());
        assertEquals(
                List.of(ID),
                open.images.list(stranger, everything()).items().stream()
                        .map(Image::id)
                        .toList());
    }

    @Test
    void listIsCountedForThoseWhoMayList() {
        ledger.store(Images.active());
        ledger.store(Images.active().ownedBy("p2"));

        assertEquals(new ImageCount(1, false), ledger.images.count(ALICE, everything(), 10));
        assertEquals(new ImageCount(1, true), ledger.images.count(ADMIN, everything(), 1));
        var gardener = Callers.inProject("p1", "gardener");
        assertRefused(Fault.Kind.FORBIDDEN, () -> ledger.images.count(gardener, everything(), 10));
        assertRefused(Fault.Kind.FORBIDDEN, () -> ledger.images.facets(gardener, everything(), Set.of(Facet.TAG)));
    }

    @Test
    void facetOfAHiddenPropertyIsEmpty() {
        PropertyProtections secretive = (caller, operation, property) -> !property.equals("os_distro");
        var closed = new LedgerFixture(Setup.standard().with(secretive));
        var wanted = Set.of(Facet.OS_DISTRO, Facet.STATUS);
        for (LedgerFixture one : List.of(ledger, closed)) {
            one.store(Images.active().with("os_distro", "debian"));
        }

        var open = ledger.images.facets(ALICE, everything(), wanted);
        var hidden = closed.images.facets(ALICE, everything(), wanted);

        assertEquals(List.of(new ImageFacets.Value("debian", 1)), open.of(Facet.OS_DISTRO));
        assertEquals(List.of(), hidden.of(Facet.OS_DISTRO));
        assertEquals(List.of(new ImageFacets.Value("active", 1)), hidden.of(Facet.STATUS));
    }

    private static ImageQuery everything() {
        return new ImageQuery(
                List.of(),
                new Audience(null, true, Member.Status.ACCEPTED),
                false,
                List.of(new SortKey(Field.CREATED_AT, false), new SortKey(Field.ID, false)),
                new PageRequest(10, null));
    }

    @Test
    void aPatchMadeForAnotherStateOfTheImageIsRefused() {
        var image = ledger.store(Images.active().with("a", "1"));

        var patched = ledger.images.patch(ALICE, image.id(), replace("a", "2"), now -> now.details()
                .properties()
                .get("a")
                .equals("1"));

        assertEquals("2", patched.details().properties().get("a"));
        assertRefused(
                Fault.Kind.CONFLICT,
                () -> ledger.images.patch(ALICE, image.id(), replace("a", "3"), now -> now.details()
                        .properties()
                        .get("a")
                        .equals("1")));
        assertEquals("2", ledger.find(image.id()).details().properties().get("a"));
    }

    @Test
    void protectedPropertiesAndThoseOfTheServiceAreTold() {
        PropertyProtections protections = (caller, operation, property) -> switch (operation) {
            case CREATE -> !property.equals("barred");
            case READ -> true;
            case UPDATE -> !property.equals("fixed");
            case DELETE -> !property.equals("kept");
        };
        var guarded = new LedgerFixture(LedgerFixture.Setup.standard().with(protections));
        var image = guarded.store(Images.active()
                .with("fixed", "1")
                .with("kept", "2")
                .with("free", "3")
                .with("os_glance_note", "4"));

        var rights = guarded.images.propertyRights(ALICE, image, List.of("barred", "other"));

        assertEquals(Set.of("fixed", "os_glance_note"), rights.fixed());
        assertEquals(Set.of("kept", "os_glance_note"), rights.kept());
        assertEquals(Set.of("barred"), rights.barred());
    }
}
