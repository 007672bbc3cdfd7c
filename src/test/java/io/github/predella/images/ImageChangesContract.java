package io.github.predella.images;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.predella.images.ImageChanges.Moment;
import io.github.predella.testing.Images;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What every {@link ImageChanges} promises. The times are whole seconds, which every database can hold. */
public interface ImageChangesContract {

    Instant NOON = Images.NOON;

    /** What has moved in the ledger. */
    ImageChanges changes();

    /** The ledger, empty when a test begins. */
    ImageRepository images();

    /** The memberships. */
    MemberRepository members();

    /** Runs work in one transaction. */
    <T> T in(Supplier<T> work);

    default Image changed(int seconds) {
        return stored(Images.active().tagged("t").changedAfter(Duration.ofSeconds(seconds)));
    }

    private Image stored(Images image) {
        return in(() -> {
            images().insert(image.done());
            return image.done();
        });
    }

    default void share(Image image, String project, Member.Status status) {
        in(() -> {
            members().insert(new Member(image.id(), project, status, NOON, NOON));
            return null;
        });
    }

    default List<Moment> between(int from, int to, int most) {
        return in(() -> changes().between(NOON.plusSeconds(from), NOON.plusSeconds(to), most));
    }

    @Test
    default void imagesOfAStretchComeInTheOrderOfTheirChange() {
        var third = changed(30);
        var first = changed(10);
        var second = changed(20);
        changed(9);
        changed(31);

        assertEquals(List.of(moment(first, 10), moment(second, 20), moment(third, 30)), between(10, 31, 100));
        assertEquals(List.of(moment(first, 10), moment(second, 20)), between(10, 31, 2));
        assertEquals(List.of(moment(first, 10)), between(10, 20, 100));
    }

    private static Moment moment(Image image, int seconds) {
        return new Moment(image.id(), NOON.plusSeconds(seconds));
    }

    @Test
    default void theEndOfAnImageIsAChange() {
        var image = changed(1);
        in(() -> images().markGone(image.id(), Image.Status.ACTIVE, Image.Status.DELETED, NOON.plusSeconds(50)));

        assertEquals(List.of(moment(image, 50)), between(40, 60, 100));
        assertEquals(
                List.of(Image.Status.DELETED),
                in(() -> changes().read(List.of(image.id()))).stream()
                        .map(Image::status)
                        .toList());
    }

    @Test
    default void imagesAreReadAsTheyAre() {
        var one = changed(1);
        var two = changed(2);
        changed(3);

        var read = in(() -> changes().read(List.of(one.id(), two.id(), "none")));

        assertEquals(Set.of(one, two), Set.copyOf(read));
        assertEquals(List.of(), in(() -> changes().read(List.of())));
    }

    @Test
    default void membersAreToldByImageWhateverTheyAnswered() {
        var one = changed(1);
        var two = changed(2);
        share(one, "p2", Member.Status.PENDING);
        share(one, "p3", Member.Status.REJECTED);
        share(two, "p2", Member.Status.ACCEPTED);
        share(two, "p4", Member.Status.ACCEPTED);
        in(() -> members().delete(two.id(), "p4", NOON));

        assertEquals(Map.of(one.id(), Set.of("p2", "p3"), two.id(), Set.of("p2")), in(() -> changes()
                .members(List.of(one.id(), two.id()))));
    }

    @Test
    default void onlyOpenOffersAreCounted() {
        var one = changed(1);
        var two = changed(2);
        share(one, "p2", Member.Status.PENDING);
        share(two, "p2", Member.Status.PENDING);
        share(one, "p3", Member.Status.ACCEPTED);
        share(one, "p4", Member.Status.PENDING);

        assertEquals(Map.of("p2", 2L), in(() -> changes().offers(List.of("p2", "p3"))));
    }
}
