package io.github.predella.images;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.predella.config.DataSize;
import io.github.predella.core.Caller;
import io.github.predella.core.Fault;
import io.github.predella.core.Jsons;
import io.github.predella.images.ImagePatch.Operation;
import io.github.predella.images.ImagePatch.Verb;
import io.github.predella.quota.QuotaSettings;
import io.github.predella.store.Location;
import io.github.predella.store.ObjectName;
import io.github.predella.store.StoreFault;
import io.github.predella.testing.Callers;
import io.github.predella.testing.Images;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the data of images is, told and changed by patches (images-api, "Locations through PATCH"). */
class LocationPatchesTest {

    private static final Caller OWNER = Callers.member("p1");
    private static final Caller ADMIN = Callers.admin("p9");
    private static final String SUM = "a".repeat(128);

    private final LedgerFixture ledger = LedgerFixture.withOpenPlaces();

    @Test
    void waitingImageBecomesActiveWithTheSizeThatTheStoreTells() {
        var image = ledger.store(Images.queued());
        String url = shown(5);

        var after = patch(OWNER, image, add("-", place(url)));

        assertEquals(Image.Status.ACTIVE, after.status());
        assertEquals(5, after.content().size());
        var stored = ledger.find(image.id());
        assertEquals(List.of(url), urls(stored));
        assertEquals("web", stored.locations().get(0).store());
        assertEquals("yes", stored.locations().get(0).metadata().get("told"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "file:///etc/hosts",
                "FILE:///etc/hosts",
                "filesystem:///etc/hosts",
                "swift+config://account/container/object",
                "memory://fast/somebody-elses-image",
                "memory://web/nothing-there",
                "no address at all",
                "memory://web/\uD83D\uDE00"
            })
    void addressesThatNoStoreTakesOverChangeNothing(String url) {
        var image = ledger.store(Images.queued());

        var refusal = assertThrows(Fault.class, () -> patch(OWNER, image, add("-", place(url))));

        assertEquals(Fault.Kind.INVALID, refusal.kind());
        assertFalse(refusal.getMessage().contains("hosts"), refusal.getMessage());
        assertEquals(image, ledger.find(image.id()));
    }

    @Test
    void emptyDataIsNone() {
        var image = ledger.store(Images.queued());

        assertEquals(Fault.Kind.INVALID, refusal(OWNER, image, add("-", place(shown(0)))));
    }

    @Test
    void whatIsLargerThanImagesMayBeIsRefused() {
        var image = ledger.store(Images.queued());

        assertEquals(Fault.Kind.TOO_LARGE, refusal(OWNER, image, add("-", place(shown(1001)))));
    }

    @Test
    void imageWithoutFormatsStaysWaiting() {
        var image = ledger.store(Images.queued().formats(null, null));
        String url = shown(5);

        assertEquals(Fault.Kind.INVALID, refusal(OWNER, image, add("-", place(url))));
        var after = patch(
                OWNER,
                image,
                operation(Verb.ADD, List.of("disk_format"), text("raw")),
                operation(Verb.ADD, List.of("container_format"), text("bare")),
                add("0", place(url)));

        assertEquals(Image.Status.ACTIVE, after.status());
    }

    @Test
    void anotherPlaceMustHaveTheSizeOfTheImage() {
        var image = ledger.store(active());

        assertEquals(Fault.Kind.CONFLICT, refusal(OWNER, image, add("-", place(shown(4)))));
        patch(OWNER, image, add("-", place(shown(5))));

        assertEquals(2, ledger.find(image.id()).locations().size());
    }

    @Test
    void samePlaceIsNotToldTwice() {
        var image = ledger.store(active());
        String url = shown(5);
        patch(OWNER, image, add("-", place(url)));

        assertEquals(Fault.Kind.INVALID, refusal(OWNER, image, add("-", place(url))));
    }

    @Test
    void placesAreCountedAgainstTheirQuota() {
        var image = ledger.store(active());
        patch(OWNER, image, add("-", place(shown(5))), add("-", place(shown(5))));

        assertEquals(Fault.Kind.TOO_LARGE, refusal(OWNER, image, add("-", place(shown(5)))));
    }

    @Test
    void positionCountsInTheAnswerOnly() {
        var image = ledger.store(Images.queued());
        String first = shown(5);
        String second = shown(5);
        String between = shown(5);

        var answer = patch(OWNER, image, add("-", place(first)), add("-", place(second)), add("1", place(between)));

        assertEquals(List.of(first, between, second), urls(answer));
        assertEquals(3, ledger.images.get(OWNER, image.id()).locations().size());
    }

    @ParameterizedTest
    @EnumSource(
            value = Image.Status.class,
            names = {"SAVING", "UPLOADING", "IMPORTING", "DEACTIVATED"})
    void onlyWaitingAndActiveImagesGetPlaces(Image.Status status) {
        var image = ledger.store(Images.in(status).storedIn("fast", "memory://fast/x"));

        assertEquals(Fault.Kind.CONFLICT, refusal(ADMIN, image, add("-", place(shown(5)))));
        assertEquals(Fault.Kind.CONFLICT, refusal(ADMIN, image, replace(place("memory://fast/x"))));
        assertEquals(Fault.Kind.CONFLICT, refusal(ADMIN, image, remove("0")));
    }

    @Test
    void nobodyElsesImageGetsPlacesAndNoStoreIsAskedForThem() {
        var image = ledger.store(Images.queued().publicly());

        var refusal = refusal(Callers.member("p2"), image, add("-", place("memory://web/nothing-there")));

        assertEquals(Fault.Kind.FORBIDDEN, refusal);
    }

    @Test
    void replacingChangesWhatIsSaidAboutPlacesOnly() {
        var image = ledger.store(active().storedIn("slow", "memory://slow/x"));

        patch(OWNER, image, replace(place("memory://slow/x"), place("memory://fast/x")));

        for (ImageLocation location : ledger.find(image.id()).locations()) {
            assertEquals("yes", location.metadata().get("told"));
            assertEquals("memory://" + location.store() + "/x", location.url());
        }
    }

    @Test
    void theStoreOfACopyIsNoMatterOfOpinion() {
        var image = ledger.store(active());
        var claiming = Jsons.object()
                .add("url", "memory://fast/x")
                .add("metadata", Jsons.object().add("store", "slow"))
                .build();

        patch(OWNER, image, replace(claiming));

        assertEquals("fast", ledger.find(image.id()).locations().get(0).store());
    }

    @Test
    void placesAreNotReplacedByOthers() {
        var image = ledger.store(active());

        assertEquals(Fault.Kind.INVALID, refusal(OWNER, image, replace(place(shown(5)))));
        assertEquals(
                Fault.Kind.INVALID, refusal(OWNER, image, replace(place("memory://fast/x"), place("memory://fast/x"))));
        assertEquals(Fault.Kind.FORBIDDEN, refusal(OWNER, image, replace()));
        assertEquals(image, ledger.find(image.id()));
    }

    @Test
    void waitingImageMayGetAllItsPlacesAtOnce() {
        var image = ledger.store(Images.queued());
        String one = shown(5);
        String other = shown(5);

        var after = patch(OWNER, image, replace(place(one), place(other)));

        assertEquals(Image.Status.ACTIVE, after.status());
        assertEquals(List.of(one, other), urls(ledger.find(image.id())));
    }

    @Test
    void placesOfDifferentSizesAreNotOneImage() {
        var image = ledger.store(Images.queued());

        assertEquals(Fault.Kind.CONFLICT, refusal(OWNER, image, replace(place(shown(5)), place(shown(6)))));
        assertEquals(image, ledger.find(image.id()));
    }

    @Test
    void removedPlaceLosesItsData() {
        var image = ledger.store(active().storedIn("slow", put("slow")));

        patch(ADMIN, image, remove("1"));

        assertEquals(List.of("memory://fast/x"), urls(ledger.find(image.id())));
        assertThrows(StoreFault.class, () -> ledger.stores.get("slow").open(Location.in("slow", "memory://slow/copy")));
    }

    @Test
    void positionsAreCountedAsCallersSeeThem() {
        var image = ledger.store(
                Images.active().sized(5).storedIn("slow", "memory://slow/x").storedIn("fast", "memory://fast/x"));

        patch(ADMIN, image, remove("0"));

        assertEquals(List.of("memory://slow/x"), urls(ledger.find(image.id())));
    }

    @Test
    void lastPlaceStays() {
        var image = ledger.store(active());
        var two = ledger.store(active().storedIn("slow", "memory://slow/x"));

        assertEquals(Fault.Kind.FORBIDDEN, refusal(ADMIN, image, remove("0")));
        assertEquals(Fault.Kind.FORBIDDEN, refusal(ADMIN, two, remove("0"), remove("0")));
        assertEquals(two, ledger.find(two.id()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2", "99999999999", "x", "-1"})
    void positionsThatDoNotExistAreRefused(String position) {
        var image = ledger.store(active().storedIn("slow", "memory://slow/x"));

        assertEquals(Fault.Kind.INVALID, refusal(ADMIN, image, remove(position)));
    }

    @Test
    void ownersMayAddButNotRemove() {
        var image = ledger.store(active().storedIn("slow", "memory://slow/x"));

        assertEquals(Fault.Kind.FORBIDDEN, refusal(OWNER, image, remove("0")));
    }

    @Test
    void claimsAreKept() {
        var image = ledger.store(Images.queued());

        patch(OWNER, image, add("-", place(shown(5), claim("ABCDEF0123456789abcdef0123456789", "sha512", SUM))));

        var content = ledger.find(image.id()).content();
        assertEquals("abcdef0123456789abcdef0123456789", content.checksum());
        assertEquals(List.of("sha512", SUM), List.of(content.hashAlgorithm(), content.hashValue()));
    }

    @ParameterizedTest
    @CsvSource({"short,sha512", "zz,sha512", "ok,sha256", "ok,md5"})
    void claimsOfAnotherFormAreRefused(String value, String algorithm) {
        var image = ledger.store(Images.queued());
        String text = value.equals("ok") ? SUM : value.equals("zz") ? "z".repeat(128) : value;

        assertEquals(
                Fault.Kind.CONFLICT, refusal(OWNER, image, add("-", place(shown(5), claim(null, algorithm, text)))));
    }

    @Test
    void claimsAboutKnownDataMustBeRight() {
        var known = new ImageContent(5L, null, "c".repeat(32), "sha512", SUM);
        var image = ledger.store(active().content(known));
        var unmeasured = ledger.store(active());

        assertEquals(
                Fault.Kind.CONFLICT,
                refusal(OWNER, image, add("-", place(shown(5), claim(null, "sha512", "b".repeat(128))))));
        assertEquals(
                Fault.Kind.CONFLICT,
                refusal(OWNER, image, add("-", place(shown(5), claim("d".repeat(32), "sha512", SUM)))));
        assertEquals(
                Fault.Kind.CONFLICT, refusal(OWNER, unmeasured, add("-", place(shown(5), claim(null, "sha512", SUM)))));
        patch(OWNER, image, add("-", place(shown(5), claim("c".repeat(32), "sha512", SUM))));
        assertEquals(known, ledger.find(image.id()).content());
    }

    @Test
    void hiddenPlacesAreNotChanged() {
        var closed = new LedgerFixture();
        var image = closed.store(Images.queued());

        for (Operation operation : List.of(add("-", place("memory://web/x")), replace(), remove("0"))) {
            var refusal = assertThrows(
                    Fault.class, () -> closed.patches.patch(ADMIN, image.id(), new ImagePatch(List.of(operation))));
            assertEquals(Fault.Kind.FORBIDDEN, refusal.kind());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "s3://key:sec/ret@host/bucket/object,s3://host/bucket/object",
        "swift+https://user:key@auth.example/v3/c/o,swift+https://auth.example/v3/c/o",
        "https://user:key@host/a@b,https://host/a@b",
        "http://host/a@b,http://host/a@b",
        "rbd://fsid/pool/image/snap,rbd://fsid/pool/image/snap",
        "file:///srv/a@b/c,file:///srv/a@b/c",
        "nothing,nothing"
    })
    void credentialsAreNotShown(String url, String shown) {
        assertEquals(shown, ImageLocation.in("x", url).shownUrl());
    }

    @Test
    void quotaOfTheProjectCountsDataOfOthersToo() {
        var quota = new QuotaSettings(-1, -1, -1, -1, new DataSize(7), null, false);
        var small = new LedgerFixture(LedgerFixture.Setup.standard().with(quota).withOpenPlaces());
        var image = small.store(Images.queued());
        String url = small.web.show(new byte[8]).address();

        var refusal = assertThrows(
                Fault.class,
                () -> small.patches.patch(OWNER, image.id(), new ImagePatch(List.of(add("-", place(url))))));

        assertEquals(Fault.Kind.TOO_LARGE, refusal.kind());
        assertTrue(small.find(image.id()).locations().isEmpty());
    }

    private static Images active() {
        return Images.active().sized(5).storedIn("fast", "memory://fast/x");
    }

    private String shown(int size) {
        return ledger.web.show(new byte[size]).address();
    }

    private String put(String store) {
        try (var writer = ledger.stores.get(store).create(new ObjectName("copy"), OptionalLong.empty())) {
            return writer.commit().location().address();
        }
    }

    private Image patch(Caller caller, Image image, Operation... operations) {
        return ledger.patches.patch(caller, image.id(), new ImagePatch(List.of(operations)));
    }

    private Fault.Kind refusal(Caller caller, Image image, Operation... operations) {
        return assertThrows(Fault.class, () -> patch(caller, image, operations)).kind();
    }

    private static List<String> urls(Image image) {
        return image.locations().stream().map(ImageLocation::url).toList();
    }

    private static Operation add(String position, JsonObject place) {
        return operation(Verb.ADD, List.of("locations", position), place);
    }

    private static Operation replace(JsonObject... places) {
        var all = Jsons.array();
        List.of(places).forEach(all::add);
        JsonArray value = all.build();
        return operation(Verb.REPLACE, List.of("locations"), value);
    }

    private static Operation remove(String position) {
        return operation(Verb.REMOVE, List.of("locations", position), null);
    }

    private static Operation operation(Verb verb, List<String> path, JsonValue value) {
        return new Operation(verb, path, value, false);
    }

    private static JsonValue text(String value) {
        return Jsons.array().add(value).build().get(0);
    }

    private static JsonObject place(String url) {
        return builder(url).build();
    }

    private static JsonObject place(String url, JsonObject claim) {
        return builder(url).add("validation_data", claim).build();
    }

    private static JsonObjectBuilder builder(String url) {
        return Jsons.object().add("url", url).add("metadata", Jsons.object().add("told", "yes"));
    }

    private static JsonObject claim(String checksum, String algorithm, String value) {
        var claim = Jsons.object();
        if (checksum != null) {
            claim.add("checksum", checksum);
        }
        Map.of("os_hash_algo", algorithm, "os_hash_value", value).forEach(claim::add);
        return claim.build();
    }
}
