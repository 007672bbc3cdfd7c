package io.github.predella.metadefs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.predella.core.Fault;
import io.github.predella.core.Jsons;
import io.github.predella.core.PageRequest;
import io.github.predella.metadefs.Namespace.Visibility;
import io.github.predella.metadefs.NamespaceQuery.SortKey;
import io.github.predella.metadefs.NamespaceQuery.Viewer;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What every ledger of the catalogue promises. */
public interface CatalogueContract {

    Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    Instant LATER = NOON.plus(Duration.ofMinutes(5));
    Viewer EVERYTHING = new Viewer(null, true);

    /** All four are empty when a test begins. */
    NamespaceRepository namespaces();

    ResourceTypeRepository types();

    PartRepository<MetaObject> objects();

    PartRepository<MetaProperty> properties();

    PartRepository<MetaTag> tags();

    /** Runs work in one transaction. */
    <T> T in(Supplier<T> work);

    /** Stores a public namespace of the project {@code p1}. */
    default Namespace stored(String name) {
        return stored(Namespace.wanted(name, null, null, Visibility.PUBLIC, false, "p1"), NOON);
    }

    default Namespace stored(Namespace wanted, Instant when) {
        return in(() -> namespaces().insert(wanted, when));
    }

    default Optional<Namespace> find(String name) {
        return in(() -> namespaces().find(name));
    }

    default List<String> names(NamespaceQuery query, Viewer viewer) {
        return in(() -> namespaces().page(query, viewer).items()).stream()
                .map(listing -> listing.namespace().name())
                .toList();
    }

    /** Names in the order of a key. */
    default List<String> sorted(SortKey key, boolean ascending) {
        return names(new NamespaceQuery(null, List.of(), key, ascending, new PageRequest(100, null)), EVERYTHING);
    }

    default List<String> seenBy(Viewer viewer) {
        return names(new NamespaceQuery(null, List.of(), SortKey.NAMESPACE, true, new PageRequest(100, null)), viewer);
    }

    static JsonObject schema(String title) {
        return Jsons.object().add("title", title).add("type", "string").build();
    }

    @Test
    default void storedNamespaceIsFoundAsItWas() {
        var full = stored(
                Namespace.wanted("full", "Full \u00e4\u20ac", "d".repeat(500), Visibility.PRIVATE, true, "p2"), NOON);
        var bare = stored(Namespace.wanted("bare", null, null, null, false, ""), NOON);

        assertEquals(Optional.of(full), find("full"));
        assertEquals(Optional.of(bare), find("bare"));
        assertEquals(Optional.empty(), find("none"));
        assertEquals(NOON, full.createdAt());
        assertFalse(full.id() == bare.id());
    }

    @Test
    default void changedNamespaceKeepsItsNumberAndTheTimeOfItsMaking() {
        var before = stored("before");
        var wanted = Namespace.wanted("after", "After", "new", null, true, "p3");

        assertTrue(in(() -> namespaces().update(before.id(), wanted, LATER)));

        assertEquals(Optional.of(wanted.stored(before.id(), NOON, LATER)), find("after"));
        assertEquals(Optional.empty(), find("before"));
        assertFalse(in(() -> namespaces().update(before.id() + 1, wanted, LATER)));
    }

    @Test
    default void deletedNamespaceTakesAllThatIsInItAlong() {
        var gone = stored("gone");
        var kept = stored("kept");
        for (Namespace namespace : List.of(gone, kept)) {
            in(() -> {
                fill(namespace.id());
                return null;
            });
        }

        in(() -> {
            namespaces().delete(gone.id());
            return null;
        });

        assertEquals(Optional.empty(), find("gone"));
        assertEquals(List.of(), in(() -> objects().list(gone.id())));
        assertEquals(1, in(() -> objects().list(kept.id())).size());
        assertEquals(1, in(() -> properties().list(kept.id())).size());
        assertEquals(1, in(() -> tags().list(kept.id())).size());
        assertEquals(1, in(() -> types().associations(kept.id())).size());
    }

    default void fill(int namespace) {
        objects().insert(namespace, MetaObject.wanted("o", null, null, schema("x")), NOON);
        properties().insert(namespace, MetaProperty.wanted("p", schema("x")), NOON);
        tags().insert(namespace, MetaTag.wanted("t"), NOON);
        types().associate(namespace, Association.wanted("OS::Glance::Image", "hw_", null), true, NOON);
    }

    @Test
    default void everythingCanBeRemovedAtOnce() {
        boolean empty = in(() -> namespaces().isEmpty());
        var one = stored("one");
        in(() -> {
            fill(one.id());
            return null;
        });
        boolean filled = in(() -> namespaces().isEmpty());

        in(() -> {
            namespaces().deleteAll();
            types().deleteUnused();
            return null;
        });

        assertTrue(empty);
        assertFalse(filled);
        assertTrue(in(() -> namespaces().isEmpty()));
        assertEquals(List.of(), in(() -> types().types()));
    }

    @Test
    default void everybodySeesWhatIsPublicOrTheirs() {
        stored(Namespace.wanted("a-public", null, null, Visibility.PUBLIC, false, "p1"), NOON);
        stored(Namespace.wanted("b-private", null, null, Visibility.PRIVATE, false, "p1"), NOON);
        stored(Namespace.wanted("c-other", null, null, Visibility.PRIVATE, false, "p2"), NOON);
        stored(Namespace.wanted("d-silent", null, null, null, false, "admin"), NOON);
        stored(Namespace.wanted("e-nobody", null, null, Visibility.PRIVATE, false, ""), NOON);

        assertEquals(List.of("a-public", "b-private", "e-nobody"), seenBy(new Viewer("p1", false)));
        assertEquals(List.of("a-public", "e-nobody"), seenBy(new Viewer(null, false)));
        assertEquals(List.of("a-public", "b-private", "c-other", "d-silent", "e-nobody"), seenBy(EVERYTHING));
    }

    @Test
    default void listIsFilteredByVisibilityAndByType() {
        var image = stored("a-image");
        var volume = stored("b-volume");
        stored(Namespace.wanted("c-private", null, null, Visibility.PRIVATE, false, "p1"), NOON);
        in(() -> types().associate(image.id(), Association.wanted("Image", null, null), false, NOON));
        in(() -> types().associate(volume.id(), Association.wanted("Image", null, null), false, NOON));
        in(() -> types().associate(volume.id(), Association.wanted("Volume", null, null), false, NOON));

        assertEquals(List.of("c-private"), filtered(Visibility.PRIVATE));
        assertEquals(List.of("a-image", "b-volume"), filtered(null, "Image", "none"));
        assertEquals(List.of("b-volume"), filtered(Visibility.PUBLIC, "Volume"));
        assertEquals(List.of(), filtered(null, "none"));
    }

    default List<String> filtered(Visibility visibility, String... ofTypes) {
        return names(
                new NamespaceQuery(
                        visibility, Arrays.asList(ofTypes), SortKey.NAMESPACE, true, new PageRequest(100, null)),
                EVERYTHING);
    }

    @Test
    default void listIsNarrowedByATextInNamesAndDescriptions() {
        stored(Namespace.wanted("OS::Disk", "Disks", null, Visibility.PUBLIC, false, "p1"));
        stored(Namespace.wanted("OS::Net", "Networks 100%", "not of a disk", Visibility.PUBLIC, false, "p1"));
        stored(Namespace.wanted("other_", null, null, Visibility.PUBLIC, false, "p1"));

        assertEquals(List.of("OS::Disk", "OS::Net"), containing("disk"));
        assertEquals(List.of("OS::Net"), containing("NETWORKS"));
        assertEquals(List.of("OS::Net"), containing("%"));
        assertEquals(List.of("other_"), containing("_"));
        assertEquals(List.of(), containing("none"));
    }

    private Namespace stored(Namespace wanted) {
        return stored(wanted, NOON);
    }

    private List<String> containing(String text) {
        return names(
                new NamespaceQuery(text, null, List.of(), SortKey.NAMESPACE, true, new PageRequest(100, null)),
                EVERYTHING);
    }

    @Test
    default void partsOfSeveralNamespacesAreReadTogether() {
        var one = stored("one");
        var two = stored("two");
        in(() -> tags().insertAll(one.id(), List.of(MetaTag.wanted("b"), MetaTag.wanted("a")), NOON));
        in(() -> tags().insert(two.id(), MetaTag.wanted("c"), NOON));

        var lists = in(() -> tags().lists(List.of(one.id(), two.id(), one.id() + two.id() + 1)));

        assertEquals(in(() -> tags().list(one.id())), lists.get(one.id()));
        assertEquals(in(() -> tags().list(two.id())), lists.get(two.id()));
        assertEquals(2, lists.values().stream().filter(list -> !list.isEmpty()).count());
        assertTrue(in(() -> tags().lists(List.of())).isEmpty());
    }

    @Test
    default void listSaysWhatEachNamespaceIsFor() {
        var one = stored("one");
        var association = in(() -> types().associate(one.id(), Association.wanted("T", "t_", "image"), false, NOON));
        var query = new NamespaceQuery(null, List.of(), SortKey.ID, true, new PageRequest(10, null));

        var page = in(() -> namespaces().page(query, EVERYTHING));

        assertEquals(List.of(new NamespaceListing(one, List.of(association))), page.items());
        assertFalse(page.full());
    }

    @Test
    default void everyColumnSorts() {
        var a = stored(Namespace.wanted("a", "z", "m", Visibility.PRIVATE, false, "p2"), LATER);
        stored(Namespace.wanted("b", "y", null, Visibility.PUBLIC, true, "p1"), NOON);
        in(() -> namespaces().update(a.id(), a, LATER.plusSeconds(5)));

        for (SortKey key : List.of(SortKey.NAMESPACE, SortKey.ID, SortKey.VISIBILITY, SortKey.PROTECTED)) {
            assertEquals(List.of("a", "b"), sorted(key, true), key.name());
            assertEquals(List.of("b", "a"), sorted(key, false), key.name());
        }
        for (SortKey key : List.of(
                SortKey.DISPLAY_NAME, SortKey.DESCRIPTION, SortKey.OWNER, SortKey.CREATED_AT, SortKey.UPDATED_AT)) {
            assertEquals(List.of("b", "a"), sorted(key, true), key.name());
            assertEquals(List.of("a", "b"), sorted(key, false), key.name());
        }
    }

    @Test
    default void pagesFollowEachOtherUnderEveryKey() {
        for (int i = 0; i < 7; i++) {
            String displayName = i % 2 == 0 ? null : "d";
            stored(Namespace.wanted("n" + i, displayName, null, Visibility.PUBLIC, i % 3 == 0, "p1"), NOON);
        }

        for (SortKey key : SortKey.values()) {
            for (boolean ascending : List.of(true, false)) {
                assertEquals(7, walked(key, ascending).size(), key.name());
                assertEquals(sorted(key, ascending), walked(key, ascending), key + " " + ascending);
            }
        }
    }

    /** The same list, fetched in pages of two. */
    default List<String> walked(SortKey key, boolean ascending) {
        var walked = new ArrayList<String>();
        String marker = null;
        while (true) {
            var query = new NamespaceQuery(null, List.of(), key, ascending, new PageRequest(2, marker));
            var page = in(() -> namespaces().page(query, EVERYTHING));
            page.items().forEach(listing -> walked.add(listing.namespace().name()));
            if (!page.full()) {
                return walked;
            }
            marker = walked.get(walked.size() - 1);
        }
    }

    @Test
    default void markerThatNobodySeesIsNotFound() {
        stored(Namespace.wanted("secret", null, null, Visibility.PRIVATE, false, "p1"), NOON);
        var query = new NamespaceQuery(null, List.of(), SortKey.ID, true, new PageRequest(2, "secret"));

        var fault = assertThrows(Fault.class, () -> names(query, new Viewer("p2", false)));

        assertEquals(Fault.Kind.NOT_FOUND, fault.kind());
        assertEquals(List.of(), names(query, EVERYTHING));
    }

    @Test
    default void partsKeepWhatTheySayAndTheirOrder() {
        int id = stored("one").id();
        var full = MetaObject.wanted("z", "\u20ac", List.of("a", "b"), schema("Z"));
        var empty = MetaObject.wanted("a", null, List.of(), JsonObject.EMPTY_JSON_OBJECT);
        var silent = MetaObject.wanted("m", null, null, JsonObject.EMPTY_JSON_OBJECT);
        var property = MetaProperty.wanted("p", schema("\u00e4 \"quoted\""));

        in(() -> {
            objects().insertAll(id, List.of(full, empty, silent), NOON);
            properties().insert(id, property, NOON);
            return null;
        });

        assertEquals(
                List.of(full.stored(NOON, null), empty.stored(NOON, null), silent.stored(NOON, null)),
                in(() -> objects().list(id)));
        assertEquals(
                Optional.of(property.stored(NOON, null)), in(() -> properties().find(id, "p")));
    }

    @Test
    default void partIsReplacedRenamedAndDeleted() {
        int id = stored("one").id();
        in(() -> tags().insert(id, MetaTag.wanted("t"), NOON));
        in(() -> objects().insert(id, MetaObject.wanted("o", "d", null, schema("x")), NOON));
        var renamed = MetaObject.wanted("n", null, List.of("q"), schema("y"));

        assertTrue(in(() -> objects().update(id, "o", renamed, LATER)));
        assertFalse(in(() -> objects().update(id, "o", renamed, LATER)));
        assertTrue(in(() -> tags().delete(id, "t")));
        assertFalse(in(() -> tags().delete(id, "t")));

        assertEquals(List.of(renamed.stored(NOON, LATER)), in(() -> objects().list(id)));
        assertEquals(Optional.empty(), in(() -> tags().find(id, "t")));
    }

    @Test
    default void partsOfOneNamespaceAreNoneOfTheOthers() {
        int one = stored("one").id();
        int other = stored("other").id();
        in(() -> tags().insert(one, MetaTag.wanted("t"), NOON));
        in(() -> tags().insert(other, MetaTag.wanted("t"), NOON));

        in(() -> {
            tags().deleteAll(one);
            return null;
        });

        assertEquals(List.of(), in(() -> tags().list(one)));
        assertEquals(1, in(() -> tags().list(other)).size());
    }

    @Test
    default void typeComesWithItsFirstAssociationAndStays() {
        int one = stored("one").id();
        int other = stored("other").id();
        var wanted = Association.wanted("OS::X", "x_", "image");
        in(() -> types().associate(one, wanted, false, NOON));
        in(() -> types().associate(other, Association.wanted("OS::X", null, null), false, LATER));

        assertEquals(List.of(new ResourceType("OS::X", NOON, null)), in(() -> types().types()));
        assertEquals(List.of(wanted.stored(NOON, null)), in(() -> types().associations(one)));
        assertTrue(in(() -> types().dissociate(one, "OS::X")));
        assertFalse(in(() -> types().dissociate(one, "OS::X")));
        assertEquals(List.of(), in(() -> types().associations(one)));
        assertEquals(1, in(() -> types().types()).size());
    }

    @Test
    default void associationIsChanged() {
        int one = stored("one").id();
        in(() -> types().associate(one, Association.wanted("T", "x_", "image"), false, NOON));
        var wanted = Association.wanted("T", "y_", null);

        assertTrue(in(() -> types().update(one, wanted, LATER)));

        assertEquals(List.of(wanted.stored(NOON, LATER)), in(() -> types().associations(one)));
        assertFalse(in(() -> types().update(one, Association.wanted("none", null, null), LATER)));
    }
}
