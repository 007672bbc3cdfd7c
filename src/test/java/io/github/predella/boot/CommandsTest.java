package io.github.predella.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.predella.cli.Commands;
import io.github.predella.config.Settings;
import io.github.predella.db.Dialect;
import io.github.predella.db.SettingsDataSource;
import io.github.predella.identity.embedded.FirstStartService;
import io.github.predella.identity.embedded.db.JpaGrantRepository;
import io.github.predella.identity.embedded.db.JpaProjectRepository;
import io.github.predella.identity.embedded.db.JpaRoleRepository;
import io.github.predella.identity.embedded.db.JpaUserRepository;
import io.github.predella.testing.TestingDatabase;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Every command as an operator meets it: what it prints, and the status it ends with. */
class CommandsTest {

    private static final String LONG_AGO = "{ts '2020-01-01 00:00:00'}";

    @TempDir
    Path directory;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final Map<String, String> properties = new HashMap<>();

    @ParameterizedTest
    @EnumSource
    void databaseIsMadeOnceAndUpToDateThen(Dialect dialect) {
        properties.put("database.connection", emptyDatabase(dialect));

        assertEquals(3, run("db", "check"));
        assertTrue(out().contains("The phase expand is due"));
        assertEquals(0, run("db", "version"));
        assertTrue(out().contains("not under version control"));
        assertEquals(0, run("db_sync"));
        assertTrue(out().contains("Database is synced successfully"));
        assertEquals(0, run("db", "sync"));
        assertEquals("The database is up to date. No migrations needed.", out());
        assertEquals(0, run("db_check"));
        assertEquals("The database is up to date.", out());
        assertEquals(0, run("db", "version"));
        assertTrue(out().startsWith("expand 00"), this::out);
        assertEquals(0, run("db", "upgrade", "--version", "heads"));
        assertEquals(0, run("db_upgrade", "heads"));
        for (String phase : List.of("expand", "migrate", "contract")) {
            assertEquals(0, run("db", phase));
            assertEquals("The phase " + phase + " is complete. No migrations needed.", out());
        }
    }

    @ParameterizedTest
    @EnumSource
    void tablesOfTheReferenceAreTakenUnderControlOnce(Dialect dialect) throws SQLException {
        properties.put("database.connection", emptyDatabase(dialect));
        assertEquals(1, run("db", "version_control"));
        assertEquals("ERROR: the database has no tables yet: run predella db sync", err());
        run("db", "sync");
        String quote = dialect == Dialect.MARIADB ? "`" : "\"";
        execute("DROP TABLE " + quote + "predella_schema_history" + quote);

        assertEquals(0, run("db", "version_control"));
        assertEquals(0, run("db", "version"));
        assertEquals("expand 0002", out());
        assertEquals(1, run("db", "version_control"));
        assertEquals("ERROR: the database is under version control already", err());
    }

    @ParameterizedTest
    @EnumSource
    void definitionsAreLoadedExportedAndRemoved(Dialect dialect) throws IOException {
        properties.put("database.connection", emptyDatabase(dialect));
        run("db", "sync");
        Path files = Files.createDirectory(directory.resolve("definitions"));
        Files.writeString(files.resolve("a.json"), """
            {"namespace": "a", "display_name": "A", "visibility": "public", "tags": [{"name": "t"}],
             "resource_type_associations": [{"name": "T"}], "objects": [{"name": "o", "required": ["x"]}],
             "properties": {"p": {"title": "P", "type": "string"}}}\
            """);
        Files.writeString(files.resolve("b.json"), "no json");

        assertEquals(0, run("db", "load_metadefs", "--path", files.toString()));
        assertTrue(out().startsWith("made: a"), this::out);
        assertTrue(out().contains("left out: "), this::out);
        assertEquals(0, run("db_load_metadefs", files.resolve("a.json").toString(), "--merge", "--prefer_new"));
        assertEquals("merged: a", out());
        assertEquals(1, run("db", "load_metadefs", "--path", files.toString(), "--overwrite"));
        assertTrue(err().contains("together with merge only"), this::err);
        assertEquals(
                0,
                run("db", "export_metadefs", "--path", directory.resolve("out").toString()));
        assertEquals("written: " + directory.resolve("out/A.json"), out());
        assertEquals(0, run("db", "unload_metadefs"));
        assertEquals(
                0, run("db", "load_metadefs", "--path", directory.resolve("out").toString()));
        assertEquals("made: a", out());
    }

    @ParameterizedTest
    @EnumSource
    void purgeRemovesWhatIsOldButNoImages(Dialect dialect) throws SQLException {
        properties.put("database.connection", emptyDatabase(dialect));
        run("db", "sync");
        image("gone", "deleted");
        image("kept", "pending_delete");
        task("old");

        assertEquals(1, run("db", "purge_images_table"));
        assertTrue(err().contains("rows of image_properties belong to images"), this::err);
        assertEquals(0, run("db", "purge", "--age_in_days", "30", "--max_rows", "2"));

        assertEquals(
                List.of(
                        "Purged 1 rows of task_info.",
                        "Purged 2 rows of image_properties.",
                        "Purged 1 rows of image_tags.",
                        "Purged 0 rows of image_locations.",
                        "Purged 0 rows of image_members.",
                        "Purged 1 rows of tasks."),
                out().lines().toList());
        assertEquals(0, run("db", "purge", "--max_rows", "-1"));
        assertTrue(out().contains("Purged 1 rows of image_properties."), this::out);
        assertEquals(0, run("db", "purge_images_table"));
        assertEquals("Purged 1 rows of images.", out());
        assertEquals(1, count("images"));
        assertEquals(3, count("image_properties"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "db purge --age_in_days -1      | 1 | --age_in_days must be from 0 to",
                "db purge --age_in_days 99999   | 1 | --age_in_days must be from 0 to",
                "db purge --max_rows -2         | 1 | --max_rows must be -1 or more",
                "db purge --max_rows 2147483648 | 2 | Invalid value for option '--max_rows'",
                "db purge --max_rows x          | 2 | Invalid value for option '--max_rows'",
                "db upgrade ocata               | 1 | only upgrades to heads are possible",
                "db nonsense                    | 2 | Unmatched argument",
                "nonsense                       | 2 | Unmatched argument",
                "db sync --nonsense             | 2 | Unknown option",
                "user create                    | 2 | Missing required parameter: 'NAME'",
            })
    void whatCannotBeDoneIsToldInOneLine(String command, int status, String told) {
        properties.put("database.connection", emptyDatabase(Dialect.DERBY));

        assertEquals(status, run(command.split(" ")));

        assertEquals(1, err().lines().count(), this::err);
        assertTrue(err().startsWith("ERROR: " + told), this::err);
        assertEquals("", out());
    }

    @ParameterizedTest
    @CsvSource({"--help", "db --help", "db sync --help", "config show --help", "user create -h", "--version"})
    void everythingExplainsItself(String command) {
        assertEquals(0, run(command.split(" ")));

        assertTrue(out().contains("redella"), this::out);
        assertEquals("", err());
    }

    @ParameterizedTest
    @CsvSource({"''", "db", "user", "config"})
    void withoutAVerbTheVerbsAreTold(String command) {
        assertEquals(2, run(command.isEmpty() ? new String[0] : new String[] {command}));

        assertTrue(err().contains("Usage: predella"), this::err);
    }

    @Test
    void databaseThatIsAwayIsToldInOneLine() {
        properties.put("database.connection", "postgresql://nobody@127.0.0.1:1/none");

        assertEquals(1, run("db", "check"));

        assertEquals(1, err().lines().count(), this::err);
        assertTrue(err().startsWith("ERROR: Connection to 127.0.0.1:1 refused"), this::err);
    }

    @Test
    void allProblemsOfTheConfigurationAreTold() {
        properties.put("predella.nonsense", "1");
        properties.put("DEFAULT.image_size_cap", "x");

        assertEquals(1, run("config", "check"));

        assertEquals(
                List.of(
                        "ERROR: [DEFAULT] image_size_cap = x (system property): must be a whole number",
                        "ERROR: [predella] nonsense (system property): there is no such setting"),
                err().lines().toList());
    }

    @Test
    void whatHasNoEffectIsAdvice() throws IOException {
        Files.writeString(directory.resolve("glance-api.conf"), "[DEFAULT]\nworkers = 4\n");

        assertEquals(0, run("config", "check"));

        assertTrue(
                out().startsWith("[DEFAULT] workers (" + directory + "/glance-api.conf line 2): has no effect"),
                this::out);
    }

    @Test
    void settingsInForceAreShownWithTheirOriginAndWithoutSecrets() throws IOException {
        Files.writeString(
                directory.resolve("glance-api.conf"),
                "[database]\nconnection = postgresql://a:secret@b/c\n[DEFAULT]\ndebug = true\n");

        assertEquals(0, run("config", "show"));
        assertEquals(
                List.of(
                        "[database] connection = ........    # " + directory + "/glance-api.conf line 2",
                        "[DEFAULT] debug = true    # " + directory + "/glance-api.conf line 4"),
                out().lines().toList());

        assertEquals(0, run("config", "show", "--all"));
        assertTrue(out().contains("[DEFAULT] api_limit_max = 1000    # default"), this::out);
        assertFalse(out().contains("secret@"));
    }

    @ParameterizedTest
    @EnumSource
    void accountsAreLookedAfterWithoutTheService(Dialect dialect) {
        properties.put("database.connection", emptyDatabase(dialect));
        run("db", "sync");
        assertEquals(1, run("user", "create", "alice"));
        assertEquals("ERROR: there are no accounts yet: the first start of the service makes the administrator", err());
        firstStart();

        assertEquals(0, run("user", "create", "alice", "--project", "team", "--create-project"));
        assertEquals(1, run("user", "create", "alice"));
        assertTrue(err().contains("Duplicate entry found with name alice"), this::err);
        assertEquals(0, run("user", "grant", "alice", "reader"));
        assertEquals(0, run("user", "revoke", "alice", "member", "--project", "team"));
        assertEquals(1, run("user", "revoke", "alice", "member", "--project", "team"));
        assertEquals(1, run("user", "grant", "alice", "king"));
        assertEquals("ERROR: Could not find role: king.", err());
        assertEquals(1, run("user", "grant", "alice", "member", "--project", "nowhere"));
        assertEquals("ERROR: Could not find project: nowhere.", err());
        assertEquals(0, run("user", "set-password", "alice"));
        assertEquals(0, run("user", "disable", "alice"));
        assertEquals(0, run("user", "list"));
        assertTrue(out().contains("  alice  disabled"), this::out);
        assertEquals(0, run("user", "enable", "alice"));
        assertEquals(0, run("user", "list"));
        assertTrue(out().endsWith("  alice"), this::out);
        assertEquals(0, run("user", "delete", "alice"));
        assertEquals(1, run("user", "disable", "alice"));
        assertEquals("ERROR: Could not find user: alice.", err());
    }

    @Test
    void accountIsNotOpenedWhenItsProjectIsMissing() {
        properties.put("database.connection", emptyDatabase(Dialect.DERBY));
        run("db", "sync");
        firstStart();

        assertEquals(1, run("user", "create", "alice", "--project", "nowhere"));

        assertEquals(0, run("user", "list"));
        assertFalse(out().contains("alice"), this::out);
    }

    @ParameterizedTest
    @EnumSource
    void dataOfDeletedImagesIsRemovedOrBroughtBack(Dialect dialect) throws SQLException, IOException {
        properties.put("database.connection", emptyDatabase(dialect));
        properties.put("predella.data_dir", directory.toString());
        run("db", "sync");
        String one = UUID.randomUUID().toString();
        String other = UUID.randomUUID().toString();
        Path data = kept(one);
        Path dataOfOther = kept(other);

        assertEquals(0, run("scrub", "--restore", other));
        assertEquals("Image " + other + " is restored.", out());
        assertEquals(0, run("scrub"));

        assertEquals("Kept data whose time is over was removed.", out());
        assertFalse(Files.exists(data));
        assertTrue(Files.exists(dataOfOther));
        assertEquals(1, run("scrub", "--restore", one));
        assertEquals("ERROR: there is no deleted image " + one + " whose data is kept as a whole", err());
        assertEquals(1, count("images WHERE deleted = FALSE AND status = 'active'"));
        assertEquals(1, count("images WHERE deleted = TRUE AND status = 'deleted'"));
    }

    @Test
    void dataIsNotRemovedBesideANodeThatDoes() throws SQLException {
        properties.put("database.connection", emptyDatabase(Dialect.DERBY));
        properties.put("predella.data_dir", directory.toString());
        run("db", "sync");
        execute("INSERT INTO predella_leases (name, owner, expires_at, epoch)"
                + " VALUES ('scrub', 'a node', {ts '2999-01-01 00:00:00'}, 0)");

        assertEquals(1, run("scrub"));

        assertEquals("ERROR: a node of the service does the same at this time, or has just done it", err());
    }

    /** Puts an image with one copy in the only store into the bin, and returns where its data is. */
    private Path kept(String id) throws SQLException, IOException {
        execute("INSERT INTO images (id, status, size, created_at, deleted_at, deleted, min_disk, min_ram) VALUES ('"
                + id + "', 'pending_delete', 4, " + LONG_AGO + ", " + LONG_AGO + ", TRUE, 0, 0)");
        Path data = directory.resolve("images").resolve(id);
        Files.createDirectories(data.getParent());
        Files.writeString(data, "data");
        execute("INSERT INTO image_locations (image_id, value, meta_data, status, created_at, deleted_at, deleted)"
                + " VALUES ('" + id + "', 'file://" + data + "', '{\"store\": \"local\"}', 'pending_delete', "
                + LONG_AGO
                + ", " + LONG_AGO + ", TRUE)");
        return data;
    }

    private int run(String... arguments) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        var settings = Settings.load(properties, Map.of("OS_GLANCE_CONFIG_DIR", directory.toString()));
        return new Commands(
                        new OfflineParts(settings),
                        "1",
                        user -> "a long password",
                        new PrintWriter(out, true),
                        new PrintWriter(err, true))
                .run(arguments);
    }

    private String out() {
        return out.toString().strip();
    }

    private String err() {
        return err.toString().strip();
    }

    private static String emptyDatabase(Dialect dialect) {
        return dialect == Dialect.DERBY
                ? "jdbc:derby:memory:" + UUID.randomUUID() + ";create=true"
                : TestingDatabase.newDatabase(dialect);
    }

    private void firstStart() {
        try (var offline = new OfflineRows(database())) {
            var rows = offline.rows();
            offline.run(() -> new FirstStartService(
                            new JpaUserRepository(rows),
                            new JpaProjectRepository(rows),
                            new JpaRoleRepository(rows),
                            new JpaGrantRepository(rows))
                    .begin("no hash"));
        }
    }

    private SettingsDataSource database() {
        return new SettingsDataSource(properties.get("database.connection"));
    }

    /** A deleted image with three properties and, if nothing is kept, a tag. */
    private void image(String id, String status) throws SQLException {
        execute("INSERT INTO images (id, status, created_at, deleted_at, deleted, min_disk, min_ram) VALUES ('" + id
                + "', '" + status + "', " + LONG_AGO + ", " + LONG_AGO + ", TRUE, 0, 0)");
        for (String name : List.of("a", "b", "c")) {
            execute("INSERT INTO image_properties (image_id, name, created_at, deleted_at, deleted) VALUES ('" + id
                    + "', '" + name + "', " + LONG_AGO + ", " + LONG_AGO + ", TRUE)");
        }
        execute("INSERT INTO image_tags (image_id, value, created_at, deleted_at, deleted) VALUES ('" + id + "', 't', "
                + LONG_AGO + ", " + LONG_AGO + ", TRUE)");
    }

    private void task(String id) throws SQLException {
        execute("INSERT INTO tasks (id, type, status, owner, created_at, deleted_at, deleted) VALUES ('" + id
                + "', 'import', 'success', 'o', " + LONG_AGO + ", " + LONG_AGO + ", TRUE)");
        execute("INSERT INTO task_info (task_id) VALUES ('" + id + "')");
    }

    private void execute(String statement) throws SQLException {
        try (var connection = database().getConnection();
                var sql = connection.createStatement()) {
            sql.execute(statement);
        }
    }

    private int count(String table) throws SQLException {
        try (var connection = database().getConnection();
                var sql = connection.createStatement();
                var found = sql.executeQuery("SELECT COUNT(*) FROM " + table)) {
            found.next();
            return found.getInt(1);
        }
    }
}
