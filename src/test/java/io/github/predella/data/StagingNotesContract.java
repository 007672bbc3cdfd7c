package io.github.predella.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.predella.flow.DigestValues;
import io.github.predella.format.Finding;
import io.github.predella.testing.Images;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What all {@link StagingNotes} promise. */
public interface StagingNotesContract {

    /** The notes, none when a test begins. */
    StagingNotes notes();

    /** Runs work in one transaction. */
    <T> T in(Supplier<T> work);

    default void begin(String imageId, String area) {
        in(() -> {
            notes().begin(imageId, area, Images.NOON);
            return null;
        });
    }

    default Staged full(String imageId, String area) {
        var findings = List.of(
                new Finding("qcow2", OptionalLong.of(1L << 40), false, List.of()),
                new Finding(
                        "gpt", OptionalLong.empty(), true, List.of(new Finding.Failure("mbr", "no \"end\" – at all"))));
        return Staged.complete(imageId, area, 5_000_000_000L, new DigestValues("aa", "sha512", "bb"), findings);
    }

    default boolean complete(Staged staged) {
        return in(() -> notes().complete(staged, Images.NOON));
    }

    @Test
    default void whatIsNotedAtTheEndIsReadBack() {
        begin("i1", "a1");

        assertEquals(Optional.of(new Staged("i1", "a1", 0, null, List.of(), false)), in(() -> notes().find("i1")));
        assertTrue(complete(full("i1", "a1")));
        assertEquals(Optional.of(full("i1", "a1")), in(() -> notes().find("i1")));
    }

    @Test
    default void dataWithoutABeginningIsNotNoted() {
        begin("i1", "a1");

        assertFalse(complete(full("i2", "a1")));
        assertFalse(complete(full("i1", "a2")));

        assertEquals(Optional.empty(), in(() -> notes().find("i2")));
        assertFalse(in(() -> notes().find("i1")).orElseThrow().complete());
    }

    @Test
    default void anotherBeginningReplacesTheFormerNote() {
        begin("i1", "a1");
        complete(full("i1", "a1"));

        begin("i1", "a2");

        assertEquals(List.of(), in(() -> notes().inArea("a1")));
        assertEquals(List.of(new Staged("i1", "a2", 0, null, List.of(), false)), in(() -> notes().inArea("a2")));
    }

    @Test
    default void whatIsRemovedIsForgotten() {
        begin("i2", "a1");
        begin("i1", "a1");
        begin("i3", "a2");
        assertEquals(
                List.of("i1", "i2"),
                in(() -> notes().inArea("a1")).stream().map(Staged::imageId).toList());

        in(() -> {
            notes().remove("i1");
            notes().remove("unknown");
            return null;
        });

        assertEquals(Optional.empty(), in(() -> notes().find("i1")));
        assertEquals(1, in(() -> notes().inArea("a1")).size());
    }

    @Test
    default void oldNotesAreFoundPieceByPieceAndRemovedUnlessTheyAreRenewed() {
        begin("i3", "a1");
        begin("i1", "a2");
        begin("i2", "a1");
        var later = Images.NOON.plusSeconds(1);

        assertEquals(List.of(), in(() -> notes().before(Images.NOON, "", 9)));
        assertEquals(List.of("i1", "i2"), in(() -> notes().before(later, "", 2)));
        assertEquals(List.of("i3"), in(() -> notes().before(later, "i2", 2)));
        in(() -> {
            notes().removeBefore("i1", Images.NOON);
            notes().removeBefore("i2", later);
            return null;
        });

        assertEquals(List.of("i1", "i3"), in(() -> notes().before(later, "", 9)));
    }
}
