package io.github.predella.images;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.predella.images.Image.Status;
import io.github.predella.testing.Images;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImageTransitionsTest {

    @ParameterizedTest
    @CsvSource({
        "QUEUED, SAVING UPLOADING IMPORTING ACTIVE DELETED",
        "SAVING, ACTIVE KILLED DELETED QUEUED",
        "UPLOADING, IMPORTING QUEUED DELETED",
        "IMPORTING, ACTIVE DELETED QUEUED UPLOADING",
        "ACTIVE, PENDING_DELETE DELETED DEACTIVATED",
        "DEACTIVATED, ACTIVE PENDING_DELETE DELETED",
        "KILLED, DELETED",
        "PENDING_DELETE, DELETED ACTIVE DEACTIVATED",
        "DELETED, "
    })
    void everyStatusHasItsSuccessors(Status from, String allowed) {
        var expected = EnumSet.of(from);
        if (allowed != null) {
            Arrays.stream(allowed.split(" ", -1)).map(Status::valueOf).forEach(expected::add);
        }

        var found = Arrays.stream(Status.values())
                .filter(to -> ImageTransitions.allow(from, to))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Status.class)));

        assertEquals(expected, found);
    }

    @Test
    void anImageDoesNotLeaveItsLife() {
        var gone = Images.in(Status.DELETED).done();

        assertThrows(IllegalStateException.class, () -> gone.with(Status.ACTIVE));
    }
}
