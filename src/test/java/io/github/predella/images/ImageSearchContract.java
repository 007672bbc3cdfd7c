package io.github.predella.images;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.predella.core.Fault;
import io.github.predella.core.Page;
import io.github.predella.core.PageRequest;
import io.github.predella.images.Image.Status;
import io.github.predella.images.Image.Visibility;
import io.github.predella.images.ImageFacets.Facet;
import io.github.predella.images.ImageFacets.Value;
import io.github.predella.images.ImageQuery.Audience;
import io.github.predella.images.ImageQuery.Comparison;
import io.github.predella.images.ImageQuery.Field;
import io.github.predella.images.ImageQuery.Filter;
import io.github.predella.images.ImageQuery.SortKey;
import io.github.predella.testing.Images;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What every {@link ImageRepository} promises about lists. */
public interface ImageSearchContract {

    Viewer OWNER = new Viewer("p1", false);
    Audience LISTED = new Audience(null, false, Member.Status.ACCEPTED);
    List<SortKey> NEWEST_FIRST = List.of(new SortKey(Field.CREATED_AT, false), new SortKey(Field.ID, false));

    /** The ledger, empty when a test begins. */
    ImageRepository images();

    /** The memberships that go with it. */
    MemberRepository members();

    /** Runs work in one transaction. */
    <T> T in(Supplier<T> work);

    default void store(Images... several) {
        in(() -> {
            Stream.of(several).map(Images::done).forEach(images()::insert);
            return null;
        });
    }

    default void offer(String imageId, String project, Member.Status status) {
        in(() -> {
            members().insert(new Member(imageId, project, status, Images.NOON, Images.NOON));
            return null;
        });
    }

    default Page<Image> page(ImageQuery query, Viewer viewer) {
        return in(() -> images().page(query, viewer));
    }

    default Set<String> names(Filter... filters) {
        return names(new ImageQuery(List.of(filters), LISTED, false, NEWEST_FIRST, new PageRequest(100, null)), OWNER);
    }

    default Set<String> names(ImageQuery query, Viewer viewer) {
        return page(query, viewer).items().stream()
                .map(image -> image.details().name())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    static ImageQuery query(int limit, String marker, SortKey... order) {
        return new ImageQuery(List.of(), LISTED, false, List.of(order), new PageRequest(limit, marker));
    }

    @ParameterizedTest
    @MethodSource
    default void filtersKeepWhatMeetsThem(Filter filter, Set<String> expected) {
        store(
                Images.active()
                        .named("one")
                        .id("11111111-1111-4111-8111-111111111111")
                        .formats("qcow2", "bare")
                        .content(new ImageContent(100L, 1000L, "c".repeat(32), "sha512", "d".repeat(128)))
                        .needing(1, 10)
                        .storedIn("ceph", "file:///a")
                        .storedIn("fs_1", "file:///b")
                        .guarded()
                        .tagged("red", "blue")
                        .with("os_distro", "debian")
                        .with("long", "x".repeat(300)),
                Images.queued()
                        .named("two")
                        .formats("raw", "ovf")
                        .storedIn("fsx1", "file:///c")
                        .madeAfter(Duration.ofMinutes(1))
                        .needing(2, 20)
                        .tagged("red")
                        .with("os_distro", "ubuntu"),
                Images.active()
                        .named("three")
                        .formats(null, null)
                        .sized(300)
                        .madeAfter(Duration.ofMillis(120_500))
                        .changedAfter(Duration.ofMillis(300_900))
                        .with("os_distro", ""),
                Images.active().formats(null, null).ownedBy("p2").publicly().named("theirs"));

        assertEquals(new TreeSet<>(expected), names(filter));
    }

    static Stream<Arguments> filtersKeepWhatMeetsThem() {
        var noon = Images.NOON;
        var all = Set.of("one", "two", "three", "theirs");
        return Stream.of(
                Arguments.of(new ImageQuery.TextIs(Field.NAME, "one"), Set.of("one")),
                Arguments.of(new ImageQuery.TextIs(Field.NAME, "none"), Set.of()),
                Arguments.of(new ImageQuery.TextIs(Field.NAME, ""), Set.of()),
                Arguments.of(new ImageQuery.TextIs(Field.STATUS, "queued"), Set.of("two")),
                Arguments.of(new ImageQuery.TextIs(Field.ID, "11111111-1111-4111-8111-111111111111"), Set.of("one")),
                Arguments.of(new ImageQuery.TextIs(Field.DISK_FORMAT, "raw"), Set.of("two")),
                Arguments.of(new ImageQuery.TextIs(Field.CONTAINER_FORMAT, "bare"), Set.of("one")),
                Arguments.of(new ImageQuery.TextIs(Field.OWNER, "p2"), Set.of("theirs")),
                Arguments.of(new ImageQuery.TextIs(Field.CHECKSUM, "c".repeat(32)), Set.of("one")),
                Arguments.of(new ImageQuery.TextIs(Field.OS_HASH_ALGO, "sha512"), Set.of("one")),
                Arguments.of(new ImageQuery.TextIs(Field.OS_HASH_VALUE, "d".repeat(128)), Set.of("one")),
                Arguments.of(new ImageQuery.TextIn(Field.NAME, List.of("one", "two", "none")), Set.of("one", "two")),
                Arguments.of(new ImageQuery.TextIn(Field.NAME, List.of()), Set.of()),
                Arguments.of(new ImageQuery.TextIs(Field.NAME, "one\0"), Set.of()),
                Arguments.of(new ImageQuery.TextIs(Field.OWNER, "\uD83D\uDE00"), Set.of()),
                Arguments.of(new ImageQuery.TextIn(Field.NAME, List.of("one", "\0", "\uD83D\uDE00")), Set.of("one")),
                Arguments.of(new ImageQuery.TextIn(Field.NAME, List.of("\0")), Set.of()),
                Arguments.of(
                        new ImageQuery.TextIn(Field.STATUS, List.of("active", "saving")),
                        Set.of("one", "three", "theirs")),
                Arguments.of(new ImageQuery.NumberIs(Field.SIZE, Comparison.EQUAL, 100), Set.of("one")),
                Arguments.of(new ImageQuery.NumberIs(Field.SIZE, Comparison.AT_LEAST, 100), Set.of("one", "three")),
                Arguments.of(new ImageQuery.NumberIs(Field.SIZE, Comparison.GREATER, 100), Set.of("three")),
                Arguments.of(new ImageQuery.NumberIs(Field.SIZE, Comparison.AT_MOST, 100), Set.of("one")),
                Arguments.of(new ImageQuery.NumberIs(Field.SIZE, Comparison.LESS, 100), Set.of()),
                Arguments.of(new ImageQuery.NumberIs(Field.SIZE, Comparison.NOT_EQUAL, 100), Set.of("three")),
                Arguments.of(new ImageQuery.NumberIs(Field.VIRTUAL_SIZE, Comparison.EQUAL, 1000), Set.of("one")),
                Arguments.of(new ImageQuery.NumberIs(Field.MIN_RAM, Comparison.EQUAL, 20), Set.of("two")),
                Arguments.of(new ImageQuery.NumberIs(Field.MIN_DISK, Comparison.AT_LEAST, Long.MAX_VALUE), Set.of()),
                Arguments.of(new ImageQuery.FlagIs(Field.PROTECTED, true), Set.of("one")),
                Arguments.of(new ImageQuery.FlagIs(Field.PROTECTED, false), Set.of("two", "three", "theirs")),
                Arguments.of(new ImageQuery.TimeIs(Field.CREATED_AT, Comparison.EQUAL, noon), Set.of("one", "theirs")),
                Arguments.of(
                        new ImageQuery.TimeIs(Field.CREATED_AT, Comparison.EQUAL, noon.plusSeconds(120)),
                        Set.of("three")),
                Arguments.of(
                        new ImageQuery.TimeIs(Field.CREATED_AT, Comparison.NOT_EQUAL, noon.plusSeconds(120)),
                        Set.of("one", "two", "theirs")),
                Arguments.of(
                        new ImageQuery.TimeIs(Field.CREATED_AT, Comparison.GREATER, noon.plusSeconds(60)),
                        Set.of("three")),
                Arguments.of(
                        new ImageQuery.TimeIs(Field.CREATED_AT, Comparison.GREATER, noon.plusSeconds(120)), Set.of()),
                Arguments.of(
                        new ImageQuery.TimeIs(Field.CREATED_AT, Comparison.AT_LEAST, noon.plusSeconds(60)),
                        Set.of("two", "three")),
                Arguments.of(
                        new ImageQuery.TimeIs(Field.CREATED_AT, Comparison.LESS, noon.plusSeconds(60)),
                        Set.of("one", "theirs")),
                Arguments.of(new ImageQuery.TimeIs(Field.CREATED_AT, Comparison.AT_MOST, noon.plusSeconds(120)), all),
                Arguments.of(
                        new ImageQuery.TimeIs(Field.UPDATED_AT, Comparison.EQUAL, noon.plusSeconds(300)),
                        Set.of("three")),
                Arguments.of(new ImageQuery.HasTag("red"), Set.of("one", "two")),
                Arguments.of(new ImageQuery.HasTag("blue"), Set.of("one")),
                Arguments.of(new ImageQuery.HasTag("green"), Set.of()),
                Arguments.of(new ImageQuery.HasTag("red\0"), Set.of()),
                Arguments.of(new ImageQuery.HasTag("\uD83D\uDE00"), Set.of()),
                Arguments.of(new ImageQuery.HasProperty("os_distro", "debian\0"), Set.of()),
                Arguments.of(new ImageQuery.HasProperty("os_distro", "\uD83D\uDE00"), Set.of()),
                Arguments.of(new ImageQuery.HasProperty("os_distro\0", "debian"), Set.of()),
                Arguments.of(new ImageQuery.HasProperty("\uD83D\uDE00", "debian"), Set.of()),
                Arguments.of(new ImageQuery.HasProperty("os_distro", "debian"), Set.of("one")),
                Arguments.of(new ImageQuery.HasProperty("os_distro", ""), Set.of("three")),
                Arguments.of(new ImageQuery.HasProperty("long", "x".repeat(300)), Set.of("one")),
                Arguments.of(new ImageQuery.HasProperty("long", "x".repeat(301)), Set.of()),
                Arguments.of(new ImageQuery.HasProperty("none", "debian"), Set.of()),
                Arguments.of(
                        new ImageQuery.PropertyIn("os_distro", List.of("debian", "ubuntu", "\0")),
                        Set.of("one", "two")),
                Arguments.of(new ImageQuery.PropertyIn("os_distro", List.of("arch")), Set.of()),
                Arguments.of(new ImageQuery.PropertyIn("os_distro", List.of()), Set.of()),
                Arguments.of(new ImageQuery.TextIn(Field.OWNER, List.of("p2", "p3")), Set.of("theirs")),
                Arguments.of(new ImageQuery.NameContains("E"), Set.of("one", "three", "theirs")),
                Arguments.of(new ImageQuery.NameContains("HR"), Set.of("three")),
                Arguments.of(new ImageQuery.NameContains("_"), Set.of()),
                Arguments.of(new ImageQuery.NameContains("%"), Set.of()),
                Arguments.of(new ImageQuery.NameContains("!"), Set.of()),
                Arguments.of(new ImageQuery.NameContains("o\\"), Set.of()),
                Arguments.of(new ImageQuery.NameContains("\0"), Set.of()),
                Arguments.of(new ImageQuery.InStore(List.of("ceph")), Set.of("one")),
                Arguments.of(new ImageQuery.InStore(List.of("fs_1")), Set.of("one")),
                Arguments.of(new ImageQuery.InStore(List.of("ceph", "fsx1")), Set.of("one", "two")),
                Arguments.of(new ImageQuery.InStore(List.of("cep")), Set.of()),
                Arguments.of(new ImageQuery.InStore(List.of("\0")), Set.of()),
                Arguments.of(new ImageQuery.InStore(List.of()), Set.of()),
                Arguments.of(new ImageQuery.Search("11111111-1111-4111-8111-111111111111"), Set.of("one")),
                Arguments.of(new ImageQuery.Search(" 11111111 "), Set.of("one")),
                Arguments.of(new ImageQuery.Search("1111111"), Set.of()),
                Arguments.of(new ImageQuery.Search("TH"), Set.of("three", "theirs")),
                Arguments.of(new ImageQuery.Search("red"), Set.of("one", "two")),
                Arguments.of(new ImageQuery.Search("os_distro=ubuntu"), Set.of("two")),
                Arguments.of(new ImageQuery.Search("os_distro="), Set.of("three")),
                Arguments.of(new ImageQuery.Search("=ubuntu"), Set.of()),
                Arguments.of(new ImageQuery.Search("C".repeat(32)), Set.of("one")),
                Arguments.of(new ImageQuery.Search("d".repeat(128)), Set.of("one")),
                Arguments.of(new ImageQuery.Search("d".repeat(127)), Set.of()),
                Arguments.of(new ImageQuery.Search("on\0"), Set.of()));
    }

    @Test
    default void whatIsFoundForTwoReasonsIsListedAndCountedOnce() {
        store(
                Images.active().named("red").tagged("red"),
                Images.active().named("a red one").publicly().tagged("red"),
                Images.active().named("blue"));
        var query = filtered(LISTED, new ImageQuery.Search("red"));

        assertEquals(2, page(query, OWNER).items().size());
        assertEquals(new ImageCount(2, false), count(query, OWNER, 10));
    }

    @Test
    default void searchKeepsToTheOtherConditions() {
        store(
                Images.active().named("red").tagged("a"),
                Images.active().named("red too"),
                Images.active().named("red, of others").ownedBy("p2").tagged("a"));

        assertEquals(Set.of("red"), names(new ImageQuery.Search("red"), new ImageQuery.HasTag("a")));
    }

    @Test
    default void copiesThatLeaveAreInNoStore() {
        var image = Images.active()
                .named("one")
                .storedIn("ceph", "file:///a")
                .storedIn("fs", "file:///b")
                .done();
        in(() -> {
            images().insert(image);
            return null;
        });

        in(() -> {
            var stored = images().find(image.id()).orElseThrow();
            var copies = stored.locations();
            return images().update(stored, stored.with(List.of(copies.get(0).withdrawn(), copies.get(1))));
        });

        assertEquals(Set.of(), names(new ImageQuery.InStore(List.of("ceph"))));
        assertEquals(Set.of("one"), names(new ImageQuery.InStore(List.of("fs"))));
        assertEquals(
                List.of(new Value("fs", 1)), facets(filtered(LISTED), OWNER, 10).of(Facet.STORE));
    }

    private static ImageQuery filtered(Audience audience, Filter... filters) {
        return new ImageQuery(List.of(filters), audience, false, NEWEST_FIRST, new PageRequest(100, null));
    }

    default ImageCount count(ImageQuery query, Viewer viewer, int atMost) {
        return in(() -> images().count(query, viewer, atMost));
    }

    default ImageFacets facets(ImageQuery query, Viewer viewer, int among) {
        return in(() -> images().facets(query, viewer, EnumSet.allOf(Facet.class), among));
    }

    @Test
    default void countingStopsWhereItIsToldTo() {
        store(
                Images.active(),
                Images.active(),
                Images.active().publicly(),
                Images.active().hidden());

        var query = filtered(LISTED);

        assertEquals(new ImageCount(3, false), count(query, OWNER, 10));
        assertEquals(new ImageCount(3, false), count(query, OWNER, 3));
        assertEquals(new ImageCount(2, true), count(query, OWNER, 2));
        assertEquals(new ImageCount(0, true), count(query, OWNER, 0));
        assertEquals(new ImageCount(1, false), count(query, new Viewer(null, false), 10));
    }

    @Test
    default void pageDoesNotChangeWhatIsCounted() {
        store(Images.active().named("a"), Images.active().named("b"));
        var first = page(filtered(LISTED), OWNER).items().get(0);

        var query = filtered(LISTED).on(new PageRequest(1, first.id()));

        assertEquals(new ImageCount(2, false), count(query, OWNER, 10));
    }

    /** Every count is the length of the list that it is about. */
    @Test
    default void countAgreesWithTheList() {
        storeListMatrix();

        for (Viewer viewer : List.of(OWNER, new Viewer("p2", false), new Viewer("p9", true), new Viewer(null, false))) {
            for (Audience audience : List.of(
                    LISTED,
                    Audience.own(),
                    Audience.everybody(),
                    Audience.offered(Member.Status.ACCEPTED),
                    Audience.of(Visibility.PUBLIC),
                    Audience.of(Visibility.SHARED))) {
                var query = new ImageQuery(List.of(), audience, false, NEWEST_FIRST, new PageRequest(1000, null));

                int listed = page(query, viewer).items().size();

                assertEquals(new ImageCount(listed, false), count(query, viewer, 2000), audience + " " + viewer);
            }
        }
    }

    @Test
    default void reachKeepsToOwnOrOfferedImages() {
        storeListMatrix();
        store(Images.active().named("theirs").ownedBy("p2").publicly());
        var admin = new Viewer("p1", true);
        var theirs = new Viewer("p2", false);

        assertEquals(
                Set.of("comm", "priv", "pub", "sh-acc", "sh-none", "sh-pend", "sh-rej"),
                names(filtered(Audience.own()), OWNER));
        assertEquals(names(filtered(Audience.own()), OWNER), names(filtered(Audience.own()), admin));
        assertEquals(Set.of("theirs"), names(filtered(Audience.own()), theirs));
        assertEquals(Set.of("sh-acc"), names(filtered(Audience.offered(Member.Status.ACCEPTED)), theirs));
        assertEquals(Set.of("sh-pend"), names(filtered(Audience.offered(Member.Status.PENDING)), theirs));
        assertEquals(Set.of("sh-acc", "sh-pend", "sh-rej"), names(filtered(Audience.offered(null)), theirs));
        assertEquals(Set.of(), names(filtered(Audience.offered(null)), admin));
        assertEquals(Set.of(), names(filtered(Audience.own()), new Viewer(null, true)));
        assertEquals(
                Set.of("priv"),
                names(filtered(new Audience(Visibility.PRIVATE, false, null, ImageQuery.Reach.OWN)), OWNER));
        assertEquals(
                Set.of("pub-hid"),
                names(
                        new ImageQuery(
                                List.of(new ImageQuery.NameContains("pub")),
                                Audience.own(),
                                true,
                                NEWEST_FIRST,
                                new PageRequest(10, null)),
                        OWNER));
    }

    @Test
    default void facetsTellWhatImagesHaveInCommon() {
        store(
                Images.active()
                        .publicly()
                        .formats("qcow2", "bare")
                        .tagged("a", "b")
                        .with("os_distro", "debian")
                        .storedIn("fs", "file:///a")
                        .storedIn("ceph", "file:///b"),
                Images.active()
                        .formats("raw", "bare")
                        .tagged("a")
                        .with("os_distro", "arch")
                        .storedIn("fs", "file:///c"),
                Images.queued().formats(null, null).with("os_version", "12"),
                Images.active().hidden().tagged("a"),
                Images.active().ownedBy("p2").tagged("a"));

        var facets = facets(filtered(LISTED), OWNER, 10);

        assertEquals(List.of(new Value("active", 2), new Value("queued", 1)), facets.of(Facet.STATUS));
        assertEquals(List.of(new Value("shared", 2), new Value("public", 1)), facets.of(Facet.VISIBILITY));
        assertEquals(List.of(new Value("qcow2", 1), new Value("raw", 1)), facets.of(Facet.DISK_FORMAT));
        assertEquals(List.of(new Value("arch", 1), new Value("debian", 1)), facets.of(Facet.OS_DISTRO));
        assertEquals(List.of(new Value("fs", 2), new Value("ceph", 1)), facets.of(Facet.STORE));
        assertEquals(List.of(new Value("a", 2), new Value("b", 1)), facets.of(Facet.TAG));
    }

    @Test
    default void facetsAreAboutWhatWasAskedForAndAboutTheNewest() {
        store(
                Images.active().named("old").tagged("x"),
                Images.active().named("new").tagged("x", "y").madeAfter(Duration.ofSeconds(5)),
                Images.queued().named("newer").tagged("z").madeAfter(Duration.ofSeconds(9)));

        assertEquals(
                List.of(new Value("z", 1)), facets(filtered(LISTED), OWNER, 1).of(Facet.TAG));
        assertEquals(
                List.of(new Value("y", 1)),
                facets(filtered(LISTED, new ImageQuery.NameContains("new"), new ImageQuery.HasTag("x")), OWNER, 10)
                        .of(Facet.TAG)
                        .stream()
                        .filter(value -> !value.text().equals("x"))
                        .toList());
        var some = in(() -> images().facets(filtered(LISTED), OWNER, Set.of(Facet.STATUS), 10));
        assertEquals(Set.of(Facet.STATUS), some.values().keySet());
    }

    @Test
    default void facetTellsItsCommonestValues() {
        in(() -> {
            for (int i = 0; i < 30; i++) {
                images().insert(Images.active()
                        .tagged("t%02d".formatted(i), "t%02d".formatted(i / 2))
                        .done());
            }
            return null;
        });

        var tags = facets(filtered(LISTED), OWNER, 100).of(Facet.TAG);

        assertEquals(ImageFacets.MOST, tags.size());
        assertEquals(3, tags.get(1).images());
        assertEquals("t01", tags.get(0).text());
    }

    @Test
    default void allFiltersMustBeMet() {
        store(
                Images.active().named("both").tagged("a", "b").with("k", "1").with("l", "2"),
                Images.active().named("one").tagged("a").with("k", "1"));

        assertEquals(
                Set.of("both"),
                names(
                        new ImageQuery.HasTag("a"),
                        new ImageQuery.HasTag("b"),
                        new ImageQuery.HasProperty("k", "1"),
                        new ImageQuery.HasProperty("l", "2")));
    }

    @Test
    default void whatWasTakenAwayIsNoLongerFoundBy() {
        var image = Images.active().named("one").tagged("t").with("k", "1").done();
        in(() -> {
            images().insert(image);
            return null;
        });

        var details = image.details().edit();
        details.tags().clear();
        details.properties().clear();
        in(() -> images().update(image, image.with(details.done())));

        assertEquals(Set.of(), names(new ImageQuery.HasTag("t")));
        assertEquals(Set.of(), names(new ImageQuery.HasProperty("k", "1")));
    }

    @Test
    default void goneAndKilledImagesAreNotListed() {
        store(Images.in(Status.KILLED).named("killed"), Images.active().named("there"));
        var gone = Images.active().named("gone").done();
        in(() -> {
            images().insert(gone);
            return images().markGone(gone.id(), Status.ACTIVE, Status.DELETED, Images.NOON);
        });

        assertEquals(Set.of("there"), names());
        assertEquals(Set.of(), names(new ImageQuery.TextIs(Field.STATUS, "killed")));
        assertEquals(Set.of(), names(new ImageQuery.TextIs(Field.STATUS, "deleted")));
    }

    /** The measured lists of images-api, "List matrix". */
    @ParameterizedTest
    @CsvFileSource(resources = "/images/list-matrix.csv", useHeadersInDisplayName = true, numLinesToSkip = 1)
    default void everybodyIsListedTheirImages(
            String visibility, String memberStatus, boolean hidden, String owner, String viewer, String expected) {
        storeListMatrix();
        var filters = owner == null ? List.<Filter>of() : List.<Filter>of(new ImageQuery.TextIs(Field.OWNER, owner));
        var audience = new Audience(
                visibility == null || visibility.equals("all") ? null : Visibility.of(visibility),
                "all".equals(visibility),
                memberStatus == null
                        ? Member.Status.ACCEPTED
                        : memberStatus.equals("all") ? null : Member.Status.of(memberStatus));
        var query = new ImageQuery(filters, audience, hidden, NEWEST_FIRST, new PageRequest(100, null));

        var names = names(query, new Viewer(viewer.equals("admin") ? "p9" : viewer, viewer.equals("admin")));

        assertEquals(expected == null ? "" : expected, String.join(" ", names));
    }

    private void storeListMatrix() {
        var accepted = Images.active().named("sh-acc").done();
        var pending = Images.active().named("sh-pend").done();
        var rejected = Images.active().named("sh-rej").done();
        var hidden = Images.active().named("sh-acc-hid").hidden().done();
        in(() -> {
            List.of(accepted, pending, rejected, hidden).forEach(images()::insert);
            return null;
        });
        store(
                Images.active().named("priv").privately(),
                Images.active().named("comm").visible(Visibility.COMMUNITY),
                Images.active().named("pub").publicly(),
                Images.active().named("pub-hid").publicly().hidden(),
                Images.active().named("sh-none"));
        offer(accepted.id(), "p2", Member.Status.ACCEPTED);
        offer(hidden.id(), "p2", Member.Status.ACCEPTED);
        offer(pending.id(), "p2", Member.Status.PENDING);
        offer(rejected.id(), "p2", Member.Status.REJECTED);
    }

    @Test
    default void withoutAProjectOnlyPublicImagesAreListed() {
        storeListMatrix();
        var nobody = new Viewer(null, false);

        assertEquals(Set.of("pub"), names(query(100, null, NEWEST_FIRST.toArray(SortKey[]::new)), nobody));
        for (Visibility own : List.of(Visibility.PRIVATE, Visibility.SHARED)) {
            var query = new ImageQuery(
                    List.of(), new Audience(own, false, null), false, NEWEST_FIRST, new PageRequest(10, null));
            assertEquals(Set.of(), names(query, nobody));
        }
    }

    @Test
    default void anImageFoundForTwoReasonsIsListedOnce() {
        var shared = Images.active().named("own and shared with its owner").done();
        store(Images.active().named("own and public").publicly());
        in(() -> {
            images().insert(shared);
            return null;
        });
        offer(shared.id(), "p1", Member.Status.ACCEPTED);

        var page = page(query(3, null, NEWEST_FIRST.toArray(SortKey[]::new)), OWNER);

        assertEquals(2, page.items().size());
        assertFalse(page.full());
    }

    /** A walk over a thousand images finds each one once, whatever the order, in which many of them are equal. */
    @Test
    default void aWalkAlongMarkersMissesNothing() {
        var expected = storeThousand();
        var admin = new Viewer("p9", true);

        for (Field field : Field.values()) {
            if (field.isSortable()) {
                for (boolean ascending : List.of(true, false)) {
                    assertFindsEachOnce(expected, OWNER, order(field, ascending, ascending));
                    assertFindsEachOnce(expected, admin, order(field, ascending, !ascending));
                }
            }
        }
    }

    /** The way back leads along the same images. */
    private void assertFindsEachOnce(Set<String> expected, Viewer viewer, SortKey[] order) {
        var found = walk(viewer, order);

        assertEquals(expected.size(), found.size(), List.of(order).toString());
        assertEquals(expected, Set.copyOf(found), List.of(order).toString());
        if (order[0].field() == Field.NAME) {
            assertEquals(found, walkBackwards(viewer, order), List.of(order).toString());
        }
    }

    private List<String> walkBackwards(Viewer viewer, SortKey[] order) {
        int size = 123;
        var found = new ArrayList<String>();
        String marker = null;
        boolean more = true;
        while (more) {
            var page = page(query(size, null, order).on(PageRequest.before(size, marker)), viewer);
            found.addAll(0, page.items().stream().map(Image::id).toList());
            more = page.full();
            marker = found.get(0);
        }
        return found;
    }

    @Test
    default void pageBeforeTheFirstImageIsEmpty() {
        store(Images.active().named("one"), Images.active().named("two").madeAfter(Duration.ofSeconds(5)));
        var query = query(1, null, NEWEST_FIRST.toArray(SortKey[]::new));
        var first = page(query, OWNER).items().get(0);

        var before = page(query.on(PageRequest.before(1, first.id())), OWNER);
        var last = page(query.on(PageRequest.before(1, null)), OWNER);

        assertEquals(List.of(), before.items());
        assertFalse(before.full());
        assertEquals("one", last.items().get(0).details().name());
        assertTrue(last.full());
    }

    @Test
    default void aPageAsLargeAsTheServiceAllowsIsComplete() {
        var expected = storeThousand();

        var page = page(query(1000, null, NEWEST_FIRST.toArray(SortKey[]::new)), OWNER);

        assertEquals(expected, page.items().stream().map(Image::id).collect(Collectors.toSet()));
        assertTrue(page.full());
        assertEquals(
                Map.of("n", "1"),
                page.items().stream()
                        .filter(image -> image.id().endsWith("000001"))
                        .findFirst()
                        .orElseThrow()
                        .details()
                        .properties());
    }

    private static SortKey[] order(Field first, boolean ascending, boolean othersAscending) {
        var keys = new ArrayList<>(List.of(new SortKey(first, ascending)));
        for (Field other : List.of(Field.CREATED_AT, Field.ID)) {
            if (other != first) {
                keys.add(new SortKey(other, othersAscending));
            }
        }
        return keys.toArray(SortKey[]::new);
    }

    /** Images that are alike in many ways: own, public of others, and shared ones; returns the ids. */
    private Set<String> storeThousand() {
        var ids = new HashSet<String>();
        in(() -> {
            for (int i = 0; i < 1000; i++) {
                var id = "00000000-0000-4000-8000-000000%06d".formatted(i);
                boolean theirs = i % 10 == 9;
                boolean shared = i % 10 == 8;
                images().insert(Images.in(i % 3 == 0 ? Status.QUEUED : Status.ACTIVE)
                        .id(id)
                        .named(i % 4 == 0 ? null : i % 4 == 1 ? "" : "name" + i % 5)
                        .ownedBy(theirs || shared ? "p2" : "p1")
                        .visible(theirs ? Visibility.PUBLIC : Visibility.SHARED)
                        .formats(i % 3 == 0 ? null : "raw", i % 2 == 0 ? null : "bare")
                        .content(new ImageContent(i % 6 == 0 ? null : (long) (i % 3), null, null, null, null))
                        .madeAfter(Duration.ofSeconds(i % 7))
                        .changedAfter(Duration.ofSeconds(i % 11))
                        .with("n", String.valueOf(i))
                        .done());
                if (shared) {
                    members().insert(new Member(id, "p1", Member.Status.ACCEPTED, Images.NOON, Images.NOON));
                }
                ids.add(id);
            }
            return null;
        });
        return ids;
    }

    private List<String> walk(Viewer viewer, SortKey[] order) {
        int size = 123;
        var found = new ArrayList<String>();
        var page = page(query(size, null, order), viewer);
        while (!page.items().isEmpty()) {
            page.items().forEach(image -> found.add(image.id()));
            page = page.full()
                    ? page(query(size, found.get(found.size() - 1), order), viewer)
                    : new Page<>(List.of(), false);
        }
        return found;
    }

    @Test
    default void imagesComeInTheOrderThatWasAskedFor() {
        store(
                Images.active().named("b").sized(2),
                Images.active().named("a").sized(2).madeAfter(Duration.ofSeconds(5)),
                Images.active().sized(1),
                Images.active().named("c"));

        var order = new SortKey[] {
            new SortKey(Field.SIZE, false), new SortKey(Field.NAME, true), new SortKey(Field.ID, true)
        };
        var names = page(query(10, null, order), OWNER).items().stream()
                .map(image -> String.valueOf(image.details().name()))
                .toList();

        assertEquals(List.of("a", "b", "null", "c"), names);
    }

    @Test
    default void aPageWithoutRoomIsEmptyAndNotFull() {
        store(Images.active().named("one"));

        var page = page(query(0, null, NEWEST_FIRST.toArray(SortKey[]::new)), OWNER);

        assertTrue(page.items().isEmpty());
        assertFalse(page.full());
    }

    @Test
    default void aPageTellsWhetherItIsFull() {
        store(Images.active().named("one"), Images.active().named("two"));

        assertTrue(page(query(2, null, NEWEST_FIRST.toArray(SortKey[]::new)), OWNER)
                .full());
        assertFalse(page(query(3, null, NEWEST_FIRST.toArray(SortKey[]::new)), OWNER)
                .full());
    }

    @Test
    default void anUnknownMarkerIsRefused() {
        for (String marker : List.of(UUID.randomUUID().toString(), "", "\0", "\uD83D\uDE00")) {
            var query = query(10, marker, NEWEST_FIRST.toArray(SortKey[]::new));

            var fault = assertThrows(Fault.class, () -> page(query, OWNER));

            assertEquals(Fault.Kind.INVALID, fault.kind());
        }
    }

    @Test
    default void aMarkerThatIsNotVisibleIsRefused() {
        var image = Images.active().ownedBy("p2").done();
        in(() -> {
            images().insert(image);
            return null;
        });
        var query = query(0, image.id(), NEWEST_FIRST.toArray(SortKey[]::new));

        var fault = assertThrows(Fault.class, () -> page(query, OWNER));

        assertEquals(Fault.Kind.FORBIDDEN, fault.kind());
        offer(image.id(), "p1", Member.Status.PENDING);
        assertEquals(List.of(), page(query, OWNER).items());
    }

    @Test
    default void aGoneMarkerServesAdministratorsOnly() {
        var image = Images.active().madeAfter(Duration.ofSeconds(5)).done();
        store(Images.active().named("older"));
        in(() -> {
            images().insert(image);
            return images().markGone(image.id(), Status.ACTIVE, Status.DELETED, Images.NOON);
        });
        var query = query(10, image.id(), NEWEST_FIRST.toArray(SortKey[]::new));

        var fault = assertThrows(Fault.class, () -> page(query, OWNER));

        assertEquals(Fault.Kind.INVALID, fault.kind());
        assertEquals(Set.of("older"), names(query, new Viewer("p9", true)));
    }
}
