package io.github.predella.images;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.predella.core.Fault;
import io.github.predella.core.Page;
import io.github.predella.core.PageRequest;
import io.github.predella.images.Image.Status;
import io.github.predella.testing.Images;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What every {@link ImageBin} promises. */
public interface ImageBinContract {

    Instant DELETED = Images.NOON.plusSeconds(60);
    Instant LATER = Images.NOON.plusSeconds(120);

    /** The ledger of images, empty when a test begins. */
    ImageRepository images();

    /** The memberships that go with it. */
    MemberRepository members();

    /** The notes about data that go with it. */
    DataLedger data();

    /** The bin that goes with it. */
    ImageBin bin();

    /** Runs work in one transaction. */
    <T> T in(Supplier<T> work);

    default Image stored(Images image) {
        var done = image.done();
        return in(() -> {
            images().insert(done);
            return images().find(done.id()).orElseThrow();
        });
    }

    /** Puts an image into the bin at that time. */
    default Image deleted(Image image, Instant when) {
        in(() -> {
            assertTrue(images().markGone(image.id(), image.status(), Status.PENDING_DELETE, when));
            bin().note(image.id(), image.status());
            return null;
        });
        return image;
    }

    default Image deleted(Images image) {
        return deleted(stored(image), DELETED);
    }

    default Optional<ImageBin.Binned> find(String id) {
        return in(() -> bin().find(id));
    }

    default boolean restore(String id) {
        return in(() -> bin().restore(bin().find(id).orElseThrow(), LATER));
    }

    default Image living(String id) {
        return in(() -> images().find(id)).orElseThrow();
    }

    default List<String> due(Instant before) {
        return in(() -> bin().due(before, "", 10));
    }

    @Test
    default void deletedImageLiesHere() {
        var image = deleted(Images.active().ownedBy("p7").sized(5).storedIn("s", "file:///a"));

        var binned = find(image.id()).orElseThrow();

        assertEquals("p7", binned.image().owner());
        assertEquals(5L, binned.image().content().size());
        assertEquals(Status.ACTIVE, binned.former());
        assertEquals(DELETED, binned.deletedAt());
        assertEquals(1, binned.copies());
        assertTrue(binned.whole());
        assertEquals(Optional.empty(), in(() -> images().find(image.id())));
    }

    @Test
    default void livingAndEndedImagesDoNotLieHere() {
        var living = stored(Images.active().storedIn("s", "file:///a"));
        var ended = stored(Images.active().storedIn("s", "file:///b"));
        in(() -> images().markGone(ended.id(), Status.ACTIVE, Status.DELETED, DELETED));

        for (String id : List.of(living.id(), ended.id(), UUID.randomUUID().toString())) {
            assertEquals(Optional.empty(), find(id));
            assertFalse(in(() -> bin().begin(id)));
            assertFalse(in(() -> bin().finish(id, LATER)));
        }
        assertEquals(Optional.empty(), find("\0"));
        assertEquals(List.of(), due(LATER));
    }

    @Test
    default void everythingThatWasDeletedWithTheImageComesBack() {
        var image = stored(Images.in(Status.DEACTIVATED)
                .named("n")
                .tagged("a", "b")
                .with("k", "1")
                .with("empty", "")
                .sized(5)
                .storedIn("s", "file:///a")
                .storedIn("t", "file:///b"));
        in(() -> {
            members().insert(new Member(image.id(), "p2", Member.Status.ACCEPTED, Images.NOON, Images.NOON));
            return null;
        });
        deleted(image, DELETED);

        assertTrue(restore(image.id()));

        assertEquals(image.updatedAt(LATER), living(image.id()));
        assertEquals(
                Member.Status.ACCEPTED,
                in(() -> members().find(image.id(), "p2")).orElseThrow().status());
        assertEquals(Optional.empty(), find(image.id()));
        assertEquals(List.of(), due(LATER));
    }

    @Test
    default void whatWasDeletedBeforeStaysDeleted() {
        var image = stored(Images.active()
                .tagged("a", "b")
                .with("k", "1")
                .with("l", "2")
                .storedIn("s", "file:///a")
                .storedIn("t", "file:///b"));
        in(() -> {
            members().insert(new Member(image.id(), "p2", Member.Status.ACCEPTED, Images.NOON, Images.NOON));
            members().insert(new Member(image.id(), "p3", Member.Status.ACCEPTED, Images.NOON, Images.NOON));
            members().delete(image.id(), "p2", DELETED);
            var details = image.details().edit();
            details.properties().remove("k");
            details.tags().remove("a");
            var after = image.with(details.done())
                    .with(image.locations().subList(0, 1))
                    .updatedAt(DELETED);
            return images().update(image, after);
        });
        deleted(living(image.id()), DELETED);

        assertTrue(restore(image.id()));

        var found = living(image.id());
        assertEquals(Set.of("b"), found.details().tags());
        assertEquals(Map.of("l", "2"), found.details().properties());
        assertEquals(
                List.of("file:///a"),
                found.locations().stream().map(ImageLocation::url).toList());
        assertEquals(
                List.of("p3"),
                in(() -> members().of(image.id())).stream().map(Member::project).toList());
    }

    @Test
    default void marksOfAnImportDoNotComeBack() {
        var image = deleted(Images.active()
                .with("os_glance_import_task", "t1")
                .with("os_glance_importing_to_stores", "s")
                .with("os_distro", "debian")
                .storedIn("s", "file:///a"));

        restore(image.id());

        assertEquals(Map.of("os_distro", "debian"), living(image.id()).details().properties());
    }

    @Test
    default void copyThatWasAboutToLeaveStillLeaves() {
        var image = stored(Images.active().storedIn("s", "file:///a").storedIn("t", "file:///b"));
        var copies = image.locations();
        in(() -> images().update(image, image.with(List.of(copies.get(0).withdrawn(), copies.get(1)))));
        deleted(living(image.id()), DELETED);

        assertEquals(1, find(image.id()).orElseThrow().copies());
        restore(image.id());

        assertEquals(List.of(copies.get(1)), living(image.id()).locations());
        assertEquals(
                List.of("file:///a"),
                in(() -> data().toRemove(0, 10)).stream()
                        .map(ImageLocation::url)
                        .toList());
        assertFalse(in(() -> data().restore(copies.get(0), LATER)));
    }

    @Test
    default void imageCanBeDeletedAndRestoredAgain() {
        var image = deleted(Images.active().tagged("t").storedIn("s", "file:///a"));
        restore(image.id());
        deleted(living(image.id()), LATER);

        assertEquals(LATER, find(image.id()).orElseThrow().deletedAt());
        assertTrue(restore(image.id()));

        assertEquals(image.details(), living(image.id()).details());
        assertEquals(image.locations(), living(image.id()).locations());
    }

    @Test
    default void onlyWhatIsHereIsRestored() {
        var image = deleted(Images.active().storedIn("s", "file:///a"));
        var binned = find(image.id()).orElseThrow();
        in(() -> bin().finish(image.id(), LATER));

        assertFalse(in(() -> bin().restore(binned, LATER)));

        assertEquals(Optional.empty(), in(() -> images().find(image.id())));
    }

    @Test
    default void imageWhoseDataLeavesIsNotWhole() {
        var image = deleted(Images.active().storedIn("s", "file:///a"));

        assertTrue(in(() -> bin().begin(image.id())));
        assertTrue(in(() -> bin().begin(image.id())));

        assertFalse(find(image.id()).orElseThrow().whole());
        assertEquals(List.of(image.id()), due(DELETED));
    }

    @Test
    default void imageThatLostACopyIsNotWhole() {
        var image = deleted(Images.active().storedIn("s", "file:///a").storedIn("t", "file:///b"));

        in(() -> {
            data().removed(data().toRemove(image.id()).get(0), LATER);
            return null;
        });

        assertFalse(find(image.id()).orElseThrow().whole());
    }

    @Test
    default void imageIsDueWhenItsTimeIsOver() {
        var early = deleted(stored(Images.active().storedIn("s", "file:///a")), DELETED);
        var late = deleted(stored(Images.active().storedIn("s", "file:///b")), LATER);

        assertEquals(List.of(), due(DELETED.minusSeconds(1)));
        assertEquals(List.of(early.id()), due(DELETED));
        assertEquals(2, due(LATER).size());
        var first = in(() -> bin().due(LATER, "", 1));
        var second = in(() -> bin().due(LATER, first.get(0), 1));
        assertEquals(Set.of(early.id(), late.id()), Set.of(first.get(0), second.get(0)));
        assertEquals(List.of(), in(() -> bin().due(LATER, second.get(0), 1)));
    }

    @Test
    default void imageEndsOnceAndKeepsItsId() {
        var image = deleted(Images.active().storedIn("s", "file:///a"));

        assertTrue(in(() -> bin().finish(image.id(), LATER)));
        assertFalse(in(() -> bin().finish(image.id(), LATER)));

        assertEquals(List.of(), due(LATER));
        assertTrue(in(() -> images().isTaken(image.id())));
    }

    @Test
    default void notesAboutWhatOthersEndedAreDropped() {
        var image = deleted(Images.active().storedIn("s", "file:///a"));
        var ended = deleted(Images.active().storedIn("s", "file:///b"));
        in(() -> bin().begin(image.id()));
        in(() -> bin().finish(ended.id(), LATER));

        in(() -> {
            bin().forgetOthers();
            return null;
        });

        assertFalse(find(image.id()).orElseThrow().whole());
    }

    default List<String> names(Page<ImageBin.Binned> page) {
        return page.items().stream()
                .map(binned -> binned.image().details().name())
                .toList();
    }

    default Page<ImageBin.Binned> page(String owner, PageRequest page) {
        return in(() -> bin().page(owner, page));
    }

    /** Five images of two projects, in the order of their deletion, of which two are deleted at the same time. */
    private List<Image> five() {
        var images = new ArrayList<Image>();
        for (int i = 0; i < 5; i++) {
            var image = stored(Images.active()
                    .id("0000000%d-0000-4000-8000-000000000000".formatted(i))
                    .named("n" + i)
                    .ownedBy(i == 3 ? "p2" : "p1")
                    .storedIn("s", "file:///" + i));
            images.add(deleted(image, DELETED.plusSeconds(i / 2)));
        }
        stored(Images.active().named("living").storedIn("s", "file:///a"));
        return images;
    }

    @Test
    default void lastDeletedComesFirst() {
        five();

        assertEquals(List.of("n4", "n3", "n2", "n1", "n0"), names(page(null, new PageRequest(10, null))));
        assertEquals(List.of("n4", "n2", "n1", "n0"), names(page("p1", new PageRequest(10, null))));
        assertEquals(List.of(), names(page("p9", new PageRequest(10, null))));
        assertEquals(List.of(), names(page(null, new PageRequest(0, null))));
    }

    @Test
    default void everyPageLeadsToBothSides() {
        var images = five();

        var first = page(null, new PageRequest(2, null));
        var second = page(null, new PageRequest(2, images.get(3).id()));
        var third = page(null, new PageRequest(2, images.get(1).id()));

        assertEquals(List.of("n4", "n3"), names(first));
        assertEquals(List.of("n2", "n1"), names(second));
        assertEquals(List.of("n0"), names(third));
        assertTrue(first.full());
        assertFalse(third.full());
        assertEquals(second, page(null, PageRequest.before(2, images.get(0).id())));
        assertEquals(first, page(null, PageRequest.before(2, images.get(2).id())));
        assertEquals(
                List.of(), names(page(null, PageRequest.before(2, images.get(4).id()))));
        assertEquals(List.of("n1", "n0"), names(page(null, PageRequest.before(2, null))));
    }

    @Test
    default void pageTellsOfEachImageWhatOneAloneTells() {
        var images = five();
        in(() -> {
            bin().begin(images.get(1).id());
            data().removed(data().toRemove(images.get(2).id()).get(0), LATER);
            return null;
        });

        for (var binned : page(null, new PageRequest(10, null)).items()) {
            assertEquals(find(binned.image().id()), Optional.of(binned));
        }
    }

    @Test
    default void markerThatDoesNotLieHereIsRefused() {
        var images = five();
        var living = stored(Images.active().storedIn("s", "file:///x"));

        for (String marker : List.of(living.id(), UUID.randomUUID().toString(), "\0")) {
            var fault = assertThrows(Fault.class, () -> page(null, new PageRequest(2, marker)));

            assertEquals(Fault.Kind.INVALID, fault.kind());
        }
        assertThrows(
                Fault.class, () -> page("p2", new PageRequest(2, images.get(0).id())));
    }
}
