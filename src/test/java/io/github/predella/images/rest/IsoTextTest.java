package io.github.predella.images.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IsoTextTest {

    @ParameterizedTest
    @CsvSource({
        "2026-01-02T03:04:05Z, 2026-01-02T03:04:05Z",
        "2026-01-02T03:04:05z, 2026-01-02T03:04:05Z",
        "2026-01-02t03:04:05Z, 2026-01-02T03:04:05Z",
        "2026-01-02T03:04:05, 2026-01-02T03:04:05Z",
        "2026-01-02 03:04:05, 2026-01-02T03:04:05Z",
        "2026-01-02T03:04, 2026-01-02T03:04:00Z",
        "2026-01-02, 2026-01-02T00:00:00Z",
        "2026-01-02T03:04:05.678Z, 2026-01-02T03:04:05.678Z",
        "2026-01-02T03:04:05.678901, 2026-01-02T03:04:05.678901Z",
        "2026-01-02T03:04:05+01:00, 2026-01-02T02:04:05Z",
        "2026-01-02T03:04:05+0100, 2026-01-02T02:04:05Z",
        "2026-01-02T03:04:05-01, 2026-01-02T04:04:05Z",
        "2026-01-02T03:04:05 01:00, 2026-01-02T02:04:05Z",
        "' 2026-01-02 ', 2026-01-02T00:00:00Z"
    })
    void datesAreReadInAllTheirForms(String text, Instant expected) {
        assertEquals(Optional.of(expected), IsoText.parse(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "2026",
                "2026-13-01",
                "2026-02-30",
                "2026-01-02T25:00",
                "12:00:00",
                "name:2026-01-02",
                "2026-01-02x",
                "+999999999-01-01",
                "999999999-01-01",
                "0000-01-01",
                "9999-12-31T23:59:59-18:00"
            })
    void otherTextsAreNoDates(String text) {
        assertEquals(Optional.empty(), IsoText.parse(text));
    }
}
