package io.github.predella.db;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Every kind of row of ours has an end. A new table needs a line here: what ends its rows, and the fact that shows it on
 * every database; or by what their number is bounded.
 */
class RetentionTest {

    private static final Path SCRIPTS = Path.of("db");
    private static final Pattern TABLE = Pattern.compile("CREATE TABLE (predella_\\w+)");
    private static final String BOUNDED = "bounded by ";

    /** Table, what ends its rows, and the fact, or the bound. */
    private static final String ENDS = """
        predella_nodes | jobs.HeartbeatService | jobs.NodeBeatsContract.silentNodesAreForgotten
        predella_uploads | data.AbandonedUploadJob | images.DataLedgerContract.onlyOneNodeTakesAnUploadOver
        predella_users | identity.embedded.UserService | identity.embedded.RepositoriesContract.whatIsDeletedIsGone
        predella_projects | identity.embedded.ProjectService | identity.embedded.RepositoriesContract.whatIsDeletedIsGone
        predella_roles | identity.embedded.RoleService | identity.embedded.RepositoriesContract.whatIsDeletedIsGone
        predella_grants | identity.embedded.ProjectService | identity.embedded.RepositoriesContract.grantsAreASet
        predella_application_credentials | identity.embedded.RetentionJob | identity.embedded.RepositoriesContract.whatHasEndedIsForgottenWhenItsTimeIsOver
        predella_token_keys | identity.embedded.TokenKeyService | identity.embedded.RepositoriesContract.keysAreKeptInTheirOrder
        predella_revocations | identity.embedded.RetentionJob | identity.embedded.RepositoriesContract.whatHasEndedIsForgottenWhenItsTimeIsOver
        predella_task_runs | tasks.AbandonedTaskJob | tasks.TaskRunsContract.noteCanBeDroppedWhoeverHasTheTask
        predella_leases | jobs.JobClock | bounded by the number of jobs
        predella_limits | identity.embedded.ProjectService | identity.embedded.RepositoriesContract.limitsCanBeChangedAndDeleted
        predella_quota_turns | quota.ProjectLocks | bounded by the 64 rows of its script
        predella_staged | data.LostAreaJob | data.StagingNotesContract.oldNotesAreFoundPieceByPieceAndRemovedUnlessTheyAreRenewed
        predella_upload_sessions | data.LostAreaJob | data.UploadSessionsContract.sessionsForWhichNothingComesInAreFound
        predella_bin | images.ScrubJob | images.ImageBinContract.notesAboutWhatOthersEndedAreDropped
        predella_sessions | sessions.SessionSweepJob | sessions.SessionRepositoryContract.unusedAndOldOnesAreForgotten
        predella_cached_images | data.CacheCleanJob | cache.CacheIndexContract.copiesThatNobodyReadsOfImagesThatAreGoneAreForgottenOnEveryNode
        predella_cache_queue | data.CachedRemoval | cache.CacheIndexContract.anImageThatIsGoneIsFetchedNowhere
        predella_first_loads | metadefs.FirstLoad | bounded by the number of catalogues
        """;

    private record End(String table, String by, String fact) {

        static End of(String line) {
            String[] parts = line.strip().split(" \\| ", -1);
            return new End(parts[0], parts[1], parts[2]);
        }
    }

    private static Map<String, End> ends() {
        return ENDS.lines()
                .map(End::of)
                .collect(Collectors.toMap(End::table, Function.identity(), (one, other) -> one, TreeMap::new));
    }

    private static Set<String> tables() throws IOException {
        try (var scripts = Files.walk(SCRIPTS)) {
            return scripts.filter(file -> file.toString().endsWith(".sql"))
                    .flatMap(file -> TABLE.matcher(text(file)).results())
                    .map((MatchResult found) -> found.group(1))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Test
    void rowsOfEveryTableOfOursHaveAnEnd() throws IOException {
        assertEquals(tables(), ends().keySet());
    }

    @Test
    void everyEndIsThereAndShownByAFact() throws ClassNotFoundException {
        for (End end : ends().values()) {
            Class.forName("io.github.predella." + end.by());
            assertTrue(end.fact().startsWith(BOUNDED) || isFact(end.fact()), end::toString);
        }
    }

    private static boolean isFact(String name) throws ClassNotFoundException {
        int dot = name.lastIndexOf('.');
        return Arrays.stream(Class.forName("io.github.predella." + name.substring(0, dot))
                        .getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(Test.class))
                .map(Method::getName)
                .anyMatch(name.substring(dot + 1)::equals);
    }
}
