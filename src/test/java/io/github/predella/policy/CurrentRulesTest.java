package io.github.predella.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.predella.testing.Callers;
import io.github.predella.testing.TestingClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CurrentRulesTest {

    @TempDir
    Path directory;

    private final TestingClock clock = new TestingClock(Instant.parse("2026-07-01T10:00:00Z"));
    private long written = clock.millis();

    @Test
    void aChangedFileIsReadAgainButNotWithinTheSameSecond() throws IOException {
        write("policy.yaml", "cache_list: \"role:reader\"\n");
        CurrentRules rules = rules();

        write("policy.yaml", "cache_list: \"role:member\"\n");
        boolean atOnce = readerMay(rules);
        clock.advance(Duration.ofSeconds(1));
        boolean aSecondLater = readerMay(rules);

        assertTrue(atOnce);
        assertFalse(aSecondLater);
        assertEquals(Optional.empty(), rules.lastProblem());
    }

    @Test
    void aBrokenFileIsRefusedAndTheFormerRulesStay() throws IOException {
        write("policy.yaml", "cache_list: \"role:reader\"\n");
        CurrentRules rules = rules();

        write("policy.yaml", "cache_list: [\n");
        clock.advance(Duration.ofSeconds(1));
        boolean whileBroken = readerMay(rules);
        String problem = rules.lastProblem().orElseThrow();
        write("policy.yaml", "cache_list: \"!\"\n");
        clock.advance(Duration.ofSeconds(1));
        boolean mended = readerMay(rules);

        assertTrue(whileBroken);
        assertTrue(problem.startsWith(directory.resolve("policy.yaml") + " is not a rule file: "), problem);
        assertFalse(mended);
        assertEquals(Optional.empty(), rules.lastProblem());
    }

    @Test
    void aBrokenFileAtTheStartStopsIt() throws IOException {
        write("policy.yaml", "- a\n");

        assertThrows(PolicyProblem.class, this::rules);
    }

    @Test
    void aVanishedMainFileStaysInForce() throws IOException {
        write("policy.yaml", "cache_list: \"role:reader\"\n");
        CurrentRules rules = rules();

        Files.delete(directory.resolve("policy.yaml"));
        clock.advance(Duration.ofSeconds(1));
        boolean gone = readerMay(rules);
        write("policy.d/a.yaml", "other: \"@\"\n");
        clock.advance(Duration.ofSeconds(1));
        boolean goneWithAnOverlay = readerMay(rules);

        assertTrue(gone);
        assertTrue(goneWithAnOverlay);
        assertTrue(rules.lastProblem().orElseThrow().contains("gone"));
    }

    @Test
    void filesInDirectoriesStandOverTheMainFileInTheOrderOfTheirNames() throws IOException {
        write("policy.yaml", "cache_list: \"role:reader\"\n");
        write("policy.d/20-later.json", "{\"cache_list\": \"role:reader\"}");
        write("policy.d/10-first.yaml", "cache_list: \"!\"\n");
        write("policy.d/.hidden.yaml", "cache_list: \"!\"\n");
        CurrentRules rules = rules();

        boolean both = readerMay(rules);
        Files.delete(directory.resolve("policy.d/20-later.json"));
        clock.advance(Duration.ofSeconds(1));
        boolean onlyTheFirst = readerMay(rules);

        assertTrue(both);
        assertFalse(onlyTheFirst);
    }

    @Test
    void theFormerFileNameIsReadWhenOnlyThatIsThere() throws IOException {
        write("policy.json", "{\"cache_list\": \"role:reader\"}");

        CurrentRules former = rules();
        write("policy.yaml", "cache_list: \"!\"\n");
        CurrentRules usual = rules();

        assertTrue(readerMay(former));
        assertFalse(readerMay(usual));
    }

    @Test
    void withoutAnyFileTheDefaultsAreInForce() {
        CurrentRules rules = rules();

        boolean admin = new Enforcer(rules).isAdmin(Callers.admin("p1"));

        assertTrue(admin);
        assertFalse(readerMay(rules));
    }

    private static boolean readerMay(CurrentRules rules) {
        return new Enforcer(rules).allows(Callers.reader("p1"), "cache_list", PolicyTarget.none());
    }

    private CurrentRules rules() {
        return new CurrentRules(
                new PolicyFile(directory, "policy.yaml", List.of("policy.d", "nowhere")),
                List.of(),
                new PolicyRules.Reading(true, "default"),
                clock);
    }

    /** Writes with a time of modification of its own, since two writes may fall into one tick of the file system. */
    private void write(String name, String text) throws IOException {
        Path file = directory.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        written += 5000;
        Files.setLastModifiedTime(file, FileTime.fromMillis(written));
    }
}
