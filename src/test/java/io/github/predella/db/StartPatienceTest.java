package io.github.predella.db;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How long a start waits for its database. */
class StartPatienceTest {

    private static SQLException away() {
        return new SQLException("refused", "08001");
    }

    private static StartPatience of(int retries) {
        return new StartPatience(retries, Duration.ofSeconds(1));
    }

    @Test
    void triesAreCounted() {
        assertTrue(of(2).allows(0, away()));
        assertTrue(of(2).allows(1, away()));
        assertFalse(of(2).allows(2, away()));
        assertFalse(of(0).allows(0, away()));
    }

    @Test
    void negativeNumberIsForEver() {
        assertTrue(of(-1).allows(1_000_000, away()));
    }

    @ParameterizedTest
    @CsvSource({"08001,true", "08006,true", "57P03,true", "28P01,false", "3D000,false", ",false"})
    void onlyWhatMayGetBetterIsWaitedFor(String state, boolean waits) {
        assertEquals(waits, of(1).allows(0, new SQLException("no", state)));
    }
}
