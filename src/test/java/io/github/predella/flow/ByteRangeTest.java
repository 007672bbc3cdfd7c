package io.github.predella.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.predella.core.Fault;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ByteRangeTest {

    private static final long SIZE = 50;

    @Test
    void withoutAHeaderTheWholeIsWanted() {
        assertEquals(Optional.empty(), ByteRange.requested(null, null, SIZE));
    }

    @ParameterizedTest
    @CsvSource({
        "bytes=0-9, 0, 10",
        "bytes=10-10, 10, 1",
        "bytes=0-, 0, 50",
        "bytes=49-, 49, 1",
        "bytes=40-99, 40, 10",
        "bytes=-10, 40, 10",
        "bytes=-50, 0, 50",
        "bytes=-51, 0, 50",
        "Bytes = 1 - 2, 1, 2",
        "bytes=0-99999999999999999999999999, 0, 50",
        "bytes=-99999999999999999999999999, 0, 50",
        "bytes=00000000000000000000000000000007-8, 7, 2",
    })
    void aRangeIsCutToTheObject(String range, long offset, long length) {
        assertEquals(Optional.of(new ByteRange(offset, length)), ByteRange.requested(range, null, SIZE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bytes=50-",
                "bytes=50-60",
                "bytes=99999999999999999999999999-",
                "bytes=9-8",
                "bytes=-0",
                "bytes=-",
                "bytes=a-b",
                "bytes",
                "",
                "lines=0-1",
                "bytes=1",
                "bytes=--1",
            })
    void aRangeThatCannotBeServedIsABadRange(String range) {
        var fault = assertThrows(Fault.class, () -> ByteRange.requested(range, null, SIZE));

        assertEquals(Fault.Kind.BAD_RANGE, fault.kind());
    }

    @Test
    void severalRangesAreInvalid() {
        var fault = assertThrows(Fault.class, () -> ByteRange.requested("bytes=0-1,3-4", null, SIZE));

        assertEquals(Fault.Kind.INVALID, fault.kind());
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=0-", "bytes=0-0", "bytes=-1"})
    void anEmptyObjectHasNoRange(String range) {
        var fault = assertThrows(Fault.class, () -> ByteRange.requested(range, null, 0));

        assertEquals(Fault.Kind.BAD_RANGE, fault.kind());
    }

    @ParameterizedTest
    @CsvSource({"bytes 0-9/*, 0, 10", "bytes 0-49/50, 0, 50", "bytes 5-6/100, 5, 2"})
    void theOlderFormIsServed(String contentRange, long offset, long length) {
        assertEquals(Optional.of(new ByteRange(offset, length)), ByteRange.requested(null, contentRange, SIZE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bytes 0-99/100",
                "bytes 0-50/*",
                "bytes 60-70/*",
                "bytes 8-4/*",
                "bytes 0-9/5",
                "bytes */10",
                "bytes */*",
                "0-9",
            })
    void theOlderFormMustLieInsideTheObject(String contentRange) {
        var fault = assertThrows(Fault.class, () -> ByteRange.requested(null, contentRange, SIZE));

        assertEquals(Fault.Kind.BAD_RANGE, fault.kind());
    }

    @Test
    void rangeWinsOverContentRange() {
        var range = ByteRange.requested("bytes=1-2", "bytes 5-6/50", SIZE);

        assertEquals(Optional.of(new ByteRange(1, 2)), range);
    }

    @Test
    void theAnswersHeaderNamesFirstLastAndSize() {
        assertEquals("bytes 40-49/50", new ByteRange(40, 10).contentRange(SIZE));
    }
}
