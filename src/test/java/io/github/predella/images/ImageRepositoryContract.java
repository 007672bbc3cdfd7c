package io.github.predella.images;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.predella.images.Image.Status;
import io.github.predella.images.Image.Visibility;
import io.github.predella.testing.Images;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every {@link ImageRepository} promises about single images; {@link ImageSearchContract} is about lists. */
public interface ImageRepositoryContract {

    Instant LATER = Images.NOON.plusSeconds(60);

    /** The ledger, empty when a test begins. */
    ImageRepository images();

    /** The memberships that go with it. */
    MemberRepository members();

    /** Runs work in one transaction. */
    <T> T in(Supplier<T> work);

    default Image stored(Images image) {
        return stored(image.done());
    }

    default Image stored(Image image) {
        return in(() -> {
            images().insert(image);
            return image;
        });
    }

    default Image find(String id) {
        return in(() -> images().find(id)).orElseThrow();
    }

    default boolean update(Image before, Image after) {
        return in(() -> images().update(before, after));
    }

    /** The image with other details. */
    static Image edited(Image image, UnaryOperator<ImageDetails.Editor> edit) {
        return image.with(edit.apply(image.details().edit()).done()).updatedAt(LATER);
    }

    @Test
    default void everythingThatIsStoredIsFoundAgain() {
        var content = new ImageContent(7L, 70L, "0cc175b9c0f1b6a831c399e269772661", "sha512", "ab".repeat(64));
        var image = Images.active()
                .named("Größe")
                .publicly()
                .hidden()
                .guarded()
                .needing(3, 512)
                .tagged("a", "b")
                .with("os_distro", "debian")
                .with("empty", "")
                .content(content)
                .storedIn("fast", "file:///there")
                .changedAfter(Duration.ofMinutes(5));

        var found = find(stored(image).id());

        assertEquals(image.done().details(), found.details());
        assertEquals(content, found.content());
        assertEquals(Status.ACTIVE, found.status());
        assertEquals(Images.NOON, found.createdAt());
        assertEquals(Images.NOON.plusSeconds(300), found.updatedAt());
        assertEquals("file:///there", found.locations().get(0).url());
        assertEquals(Map.of("store", "fast"), found.locations().get(0).metadata());
    }

    @ParameterizedTest
    @EnumSource
    default void everyVisibilityIsFoundAgain(Visibility visibility) {
        var image = stored(Images.queued().visible(visibility));

        assertEquals(visibility, find(image.id()).visibility());
    }

    @Test
    default void whatIsMissingIsFoundMissing() {
        var image = stored(Images.queued().ownedBy(null).formats(null, null));

        var found = find(image.id());

        assertEquals(image.details(), found.details());
        assertEquals(ImageContent.NONE, found.content());
        assertEquals(List.of(), found.locations());
    }

    @Test
    default void anUnknownIdIsNotFound() {
        var id = UUID.randomUUID().toString();

        assertEquals(Optional.empty(), in(() -> images().find(id)));
        assertFalse(in(() -> images().isTaken(id)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\0", "11111111-1111-4111-8111-111111111111\0", "\uD83D\uDE00"})
    default void aTextThatIsNoIdIsNotFoundEither(String id) {
        assertEquals(Optional.empty(), in(() -> images().find(id)));
        assertFalse(in(() -> images().isTaken(id)));
    }

    @Test
    default void aGoneImageIsNotFoundButKeepsItsId() {
        var image = stored(Images.queued());

        assertTrue(in(() -> images().markGone(image.id(), Status.QUEUED, Status.DELETED, LATER)));

        assertEquals(Optional.empty(), in(() -> images().find(image.id())));
        assertTrue(in(() -> images().isTaken(image.id())));
    }

    @Test
    default void anImageGoesOnlyOnce() {
        var image = stored(Images.queued());

        in(() -> images().markGone(image.id(), Status.QUEUED, Status.DELETED, LATER));

        assertFalse(in(() -> images().markGone(image.id(), Status.QUEUED, Status.DELETED, LATER)));
        assertFalse(in(() -> images().markGone(image.id(), Status.DELETED, Status.DELETED, LATER)));
        assertFalse(in(() -> images().move(image.id(), Status.DELETED, Status.QUEUED, LATER)));
        assertFalse(update(image.with(Status.DELETED), image));
    }

    @Test
    default void anImageInAnotherStatusDoesNotGo() {
        var image = stored(Images.active());

        assertFalse(in(() -> images().markGone(image.id(), Status.QUEUED, Status.DELETED, LATER)));

        assertEquals(Status.ACTIVE, find(image.id()).status());
    }

    @Test
    default void everyDescriptionCanChange() {
        var before = stored(
                Images.queued().named("old").tagged("a", "b").with("k", "1").with("gone", "x"));
        var after = new ImageDetails(
                null,
                Visibility.COMMUNITY,
                true,
                true,
                null,
                "raw",
                "ovf",
                9,
                8,
                java.util.Set.of("b", "c"),
                Map.of("k", "2", "new", "y"));

        assertTrue(update(before, before.with(after).updatedAt(LATER)));

        assertEquals(after, find(before.id()).details());
        assertEquals(LATER, find(before.id()).updatedAt());
        assertEquals(Images.NOON, find(before.id()).createdAt());
    }

    @Test
    default void contentStatusAndPlaceCanChangeTogether() {
        var before = stored(Images.in(Status.SAVING));
        var content = new ImageContent(5L, null, "c".repeat(32), "sha512", "d".repeat(128));

        update(
                before,
                before.with(Status.ACTIVE)
                        .with(content)
                        .with(List.of(ImageLocation.in("fast", "file:///there")))
                        .updatedAt(LATER));

        var found = find(before.id());
        assertEquals(Status.ACTIVE, found.status());
        assertEquals(content, found.content());
        assertEquals(
                List.of("fast"),
                found.locations().stream().map(ImageLocation::store).toList());
    }

    @Test
    default void locationsAreAddedChangedAndDropped() {
        stored(Images.active().storedIn("x", "file:///x"));
        var id = stored(Images.active().storedIn("a", "file:///a").storedIn("b", "file:///b"))
                .id();
        var before = find(id);
        var second = before.locations().get(1);
        var moved = new ImageLocation(second.row(), "file:///b2", Map.of("store", "b"), "uploading");

        update(before, before.with(List.of(moved, ImageLocation.in("c", "file:///c"))));

        var found = find(id).locations();
        assertEquals(
                List.of("file:///b2", "file:///c"),
                found.stream().map(ImageLocation::url).toList());
        assertEquals(
                List.of("uploading", "active"),
                found.stream().map(ImageLocation::status).toList());
    }

    @Test
    default void aPropertyCanComeBack() {
        var image = stored(Images.queued().with("k", "1"));
        var without = edited(image, details -> {
            details.properties().remove("k");
            return details;
        });
        update(image, without);

        update(without, edited(without, details -> details.property("k", "2")));

        assertEquals(Map.of("k", "2"), find(image.id()).details().properties());
    }

    @Test
    default void aTagCanComeBack() {
        var image = stored(Images.queued().tagged("t"));
        var without = edited(image, details -> {
            details.tags().clear();
            return details;
        });
        update(image, without);

        update(without, edited(without, details -> details.tag("t")));

        assertEquals(java.util.Set.of("t"), find(image.id()).details().tags());
    }

    @Test
    default void aChangeOfAnotherStatusIsRefusedAsAWhole() {
        var image = stored(Images.queued().with("k", "1"));

        boolean done = update(
                image.with(Status.ACTIVE),
                edited(image, details -> details.name("new").property("k", "2")).with(Status.SAVING));

        assertFalse(done);
        assertEquals(image.details(), find(image.id()).details());
        assertEquals(Status.QUEUED, find(image.id()).status());
        assertEquals(Images.NOON, find(image.id()).updatedAt());
    }

    @Test
    default void changesOfOthersToOtherAttributesSurvive() {
        var image = stored(Images.queued().named("old").tagged("t").with("k", "1"));
        update(image, edited(image, details -> details.name("new").tag("u").property("l", "2")));

        update(image, edited(image, details -> details.minRam(5).tag("v").property("m", "3")));

        var found = find(image.id()).details();
        assertEquals("new", found.name());
        assertEquals(5, found.minRam());
        assertEquals(java.util.Set.of("t", "u", "v"), found.tags());
        assertEquals(Map.of("k", "1", "l", "2", "m", "3"), found.properties());
    }

    @Test
    default void whatTwoAddIsThereOnce() {
        var image = stored(Images.queued());
        update(image, edited(image, details -> details.tag("t").property("k", "1")));

        assertTrue(update(image, edited(image, details -> details.tag("t").property("k", "2"))));

        var found = find(image.id());
        assertEquals(java.util.Set.of("t"), found.details().tags());
        assertEquals(Map.of("k", "2"), found.details().properties());
    }

    @Test
    default void whatTwoRemoveIsGone() {
        var image = stored(Images.queued().tagged("t").with("k", "1"));
        var without = edited(image, details -> {
            details.tags().clear();
            details.properties().clear();
            return details;
        });
        update(image, without);

        assertTrue(update(image, without));

        var found = find(image.id()).details();
        assertTrue(found.tags().isEmpty() && found.properties().isEmpty());
    }

    @Test
    default void aChangeIsSeenInItsOwnTransaction() {
        var image = stored(Images.queued().with("k", "1"));

        var seen = in(() -> {
            images().find(image.id());
            images().update(image, edited(image, details -> details.name("new").property("k", "2")));
            return images().find(image.id()).orElseThrow();
        });

        assertEquals("new", seen.details().name());
        assertEquals(Map.of("k", "2"), seen.details().properties());
    }

    @Test
    default void anImageIsFoundInTheTransactionThatMakesIt() {
        var image = Images.queued().named("new").done();

        var seen = in(() -> {
            images().insert(image);
            images().move(image.id(), Status.QUEUED, Status.SAVING, LATER);
            return images().find(image.id()).orElseThrow();
        });

        assertEquals(Status.SAVING, seen.status());
    }

    @Test
    default void theStatusMovesOnlyFromWhereItIs() {
        var image = stored(Images.queued());

        boolean first = in(() -> images().move(image.id(), Status.QUEUED, Status.SAVING, LATER));
        boolean second = in(() -> images().move(image.id(), Status.QUEUED, Status.SAVING, LATER.plusSeconds(1)));

        assertTrue(first);
        assertFalse(second);
        assertEquals(Status.SAVING, find(image.id()).status());
        assertEquals(LATER, find(image.id()).updatedAt());
    }

    @Test
    default void aMemberIsOneWhateverItAnswered() {
        var image = stored(Images.active());
        in(() -> {
            members().insert(new Member(image.id(), "p2", Member.Status.REJECTED, Images.NOON, Images.NOON));
            return null;
        });

        assertTrue(in(() -> images().isMember(image.id(), "p2")));
        assertFalse(in(() -> images().isMember(image.id(), "p3")));
        assertTrue(in(() -> members().delete(image.id(), "p2", LATER)));
        assertFalse(in(() -> images().isMember(image.id(), "p2")));
    }
}
