package io.github.predella.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.predella.config.Settings;
import io.github.predella.config.SettingsProblems;
import io.github.predella.store.StoreFault;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FailedStartTest {

    @Test
    void allProblemsOfTheSettingsStandInOneLine() {
        var settings = Settings.load(
                Map.of("predella.nonsense", "1", "DEFAULT.image_size_cap", "x"),
                Map.of("OS_GLANCE_CONFIG_DIR", "/nowhere"));
        var problems = assertThrows(SettingsProblems.class, () -> AllSettings.CATALOGUE.check(settings));

        String reason = FailedStart.reason(new IllegalStateException("wrapped", problems));

        assertEquals(
                "[DEFAULT] image_size_cap = x (system property): must be a whole number;"
                        + " [predella] nonsense (system property): there is no such setting",
                reason);
    }

    @Test
    void sentenceForTheOperatorIsPreferredToItsCause() {
        var fault = StoreFault.denied("fast", "its directory\n cannot be written", new RuntimeException("EACCES"));

        String reason = FailedStart.reason(new RuntimeException("server", fault));

        assertEquals("store fast: its directory cannot be written", reason);
    }

    @Test
    void databaseTellsForItself() {
        var away = new SQLException("Connection to db:5432 refused", new java.net.ConnectException("refused"));

        String reason = FailedStart.reason(new IllegalStateException(away));

        assertEquals("Connection to db:5432 refused", reason);
    }

    @Test
    void embeddedDatabaseOfAnotherProcessIsToldAsSuch() {
        var innermost = new SQLException("Another instance of Derby may have already booted it", "XSDB6");
        var outer = new SQLException("Failed to start database, see the next exception", "XJ040");
        outer.setNextException(innermost);

        String reason = FailedStart.reason(new IllegalStateException(outer));

        assertEquals(
                "the embedded database is in use by another process, perhaps a running service: stop it first", reason);
    }

    @Test
    void anythingElseIsToldByItsInnermostCause() {
        var bug = new NullPointerException("unit");

        String reason = FailedStart.reason(new RuntimeException("outer", new RuntimeException("middle", bug)));

        assertEquals("java.lang.NullPointerException: unit", reason);
    }
}
