package io.github.predella.images;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.predella.testing.Images;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every {@link MemberRepository} promises. */
public interface MemberRepositoryContract {

    Instant LATER = Images.NOON.plusSeconds(60);

    /** The ledger of images, empty when a test begins. */
    ImageRepository images();

    /** The memberships. */
    MemberRepository members();

    /** Runs work in one transaction. */
    <T> T in(Supplier<T> work);

    /** A stored image shared with the projects, in that order. */
    default Image sharedWith(String... projects) {
        var image = Images.active().done();
        return in(() -> {
            images().insert(image);
            for (String project : projects) {
                members().insert(offer(image, project));
            }
            return image;
        });
    }

    static Member offer(Image image, String project) {
        return new Member(image.id(), project, Member.Status.PENDING, Images.NOON, Images.NOON);
    }

    default List<String> projects(Image image) {
        return in(() -> members().of(image.id())).stream().map(Member::project).toList();
    }

    @Test
    default void aMemberIsFoundAsItWasStored() {
        var image = sharedWith("p2");

        assertEquals(Optional.of(offer(image, "p2")), in(() -> members().find(image.id(), "p2")));
        assertEquals(Optional.empty(), in(() -> members().find(image.id(), "p3")));
    }

    @Test
    default void membersComeOldestFirstAndOnlyOfTheirImage() {
        sharedWith("p4");
        var image = sharedWith("p3", "p2");

        assertEquals(List.of("p3", "p2"), projects(image));
        assertEquals(2, in(() -> members().count(image.id())));
    }

    @Test
    default void anAnswerChangesStatusAndTime() {
        var image = sharedWith("p2", "p3");

        assertTrue(in(() -> members().answer(image.id(), "p2", Member.Status.ACCEPTED, LATER)));

        assertEquals(
                new Member(image.id(), "p2", Member.Status.ACCEPTED, Images.NOON, LATER),
                in(() -> members().find(image.id(), "p2")).orElseThrow());
        assertEquals(
                Member.Status.PENDING,
                in(() -> members().find(image.id(), "p3")).orElseThrow().status());
    }

    @Test
    default void nobodyAnswersForWhoIsNoMember() {
        var image = sharedWith("p2");

        assertFalse(in(() -> members().answer(image.id(), "p3", Member.Status.ACCEPTED, LATER)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "p2\0", "\uD83D\uDE00"})
    default void aTextThatIsNoProjectIsNoMemberEither(String project) {
        var image = sharedWith("p2");

        assertEquals(Optional.empty(), in(() -> members().find(image.id(), project)));
        assertFalse(in(() -> members().answer(image.id(), project, Member.Status.ACCEPTED, LATER)));
        assertFalse(in(() -> members().delete(image.id(), project, LATER)));
        assertEquals(List.of("p2"), projects(image));
    }

    @Test
    default void aMembershipEndsOnce() {
        var image = sharedWith("p2", "p3");

        assertTrue(in(() -> members().delete(image.id(), "p2", LATER)));
        assertFalse(in(() -> members().delete(image.id(), "p2", LATER)));
        assertFalse(in(() -> members().answer(image.id(), "p2", Member.Status.ACCEPTED, LATER)));
        assertEquals(List.of("p3"), projects(image));
        assertEquals(1, in(() -> members().count(image.id())));
    }

    @Test
    default void aFormerMembershipComesBackAsANewOffer() {
        var image = sharedWith("p2");
        in(() -> members().answer(image.id(), "p2", Member.Status.ACCEPTED, LATER));
        in(() -> members().delete(image.id(), "p2", LATER));
        var again = new Member(image.id(), "p2", Member.Status.PENDING, LATER, LATER);

        in(() -> {
            members().insert(again);
            return null;
        });

        assertEquals(List.of(again), in(() -> members().of(image.id())));
    }

    @Test
    default void aMembershipMayEndAndComeBackManyTimes() {
        var image = sharedWith("p2");

        for (int i = 0; i < 3; i++) {
            assertTrue(in(() -> members().delete(image.id(), "p2", LATER)));
            in(() -> {
                members().insert(offer(image, "p2"));
                return null;
            });
        }

        assertEquals(List.of("p2"), projects(image));
    }

    @Test
    default void aGoneImageHasNoMembers() {
        var image = sharedWith("p2");

        in(() -> images().markGone(image.id(), Image.Status.ACTIVE, Image.Status.DELETED, LATER));

        assertEquals(List.of(), projects(image));
    }

    @Test
    default void lockingAnImageChangesNothing() {
        var image = sharedWith("p2");

        in(() -> {
            images().hold(image.id());
            return null;
        });

        assertEquals(
                image.details(),
                in(() -> images().find(image.id())).orElseThrow().details());
    }

    @Test
    default void membersOfSeveralImagesAreCountedAtOnce() {
        var two = sharedWith("p2", "p3");
        var one = sharedWith("p2");
        var none = sharedWith();
        in(() -> members().delete(two.id(), "p3", LATER));

        var counts = in(() -> members().counts(List.of(two.id(), one.id(), none.id())));

        assertEquals(Map.of(two.id(), 1, one.id(), 1), counts);
        assertEquals(Map.of(), in(() -> members().counts(List.of())));
    }

    @Test
    default void membershipsOfAProjectAreFoundAtOnce() {
        var first = sharedWith("p2", "p3");
        var second = sharedWith("p2");
        var others = sharedWith("p3");
        in(() -> members().answer(second.id(), "p2", Member.Status.REJECTED, LATER));

        var found = in(() -> members().of("p2", List.of(first.id(), second.id(), others.id())));

        assertEquals(Map.of(first.id(), offer(first, "p2"), second.id(), found.get(second.id())), found);
        assertEquals(Member.Status.REJECTED, found.get(second.id()).status());
        assertEquals(Map.of(), in(() -> members().of("p2", List.of())));
        assertEquals(Map.of(), in(() -> members().of("\0", List.of(first.id()))));
    }
}
