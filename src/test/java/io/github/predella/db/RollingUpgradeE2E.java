package io.github.predella.db;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.predella.testing.Api;
import io.github.predella.testing.Await;
import io.github.predella.testing.LocalServer;
import io.github.predella.testing.Script;
import io.github.predella.testing.TestingDatabase;
import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A database and its nodes go from one version to the next while requests are answered. The next version is the built
 * WAR with one more script for each phase.
 */
class RollingUpgradeE2E {

    @TempDir
    Path directory;

    @Test
    void requestsSucceedAllTheWayFromExpandToContract() throws Exception {
        String database = TestingDatabase.newDatabase(Dialect.POSTGRESQL);
        Path newerWar = newerWar();
        Files.createDirectories(directory.resolve("config"));
        var command = new Script(directory.resolve("config"))
                .with("PREDELLA_WAR", newerWar.toString())
                .with("DATABASE_CONNECTION", database);
        var settings = Map.of("database.connection", database);
        var older = LocalServer.start(directory.resolve("older"), settings);
        try (var traffic = new Traffic()) {
            traffic.to(older);
            traffic.awaitMore();

            assertEquals(3, command.run("", "db", "check").status());
            assertEquals(1, command.run("", "db", "contract").status());
            assertEquals(0, command.run("", "db", "expand").status());
            assertEquals(4, command.run("", "db", "check").status());
            traffic.awaitMore();
            var careful = Map.of("database.connection", database, "predella.migrate_on_start", "false");
            try (var newer = LocalServer.start(directory.resolve("newer"), careful, newerWar)) {
                traffic.to(older, newer);
                traffic.awaitMore();
                assertEquals(0, command.run("", "db", "migrate").status());
                assertEquals(5, command.run("", "db", "check").status());
                traffic.awaitMore();
                traffic.to(newer);
                older.stop();
                assertEquals(0, command.run("", "db", "contract").status());
                assertEquals(0, command.run("", "db", "check").status());
                traffic.awaitMore();
                traffic.stop();
            }

            assertEquals(List.of(), traffic.failures());
            assertThrows(IllegalStateException.class, older::start);
            assertTrue(Files.readString(older.log())
                    .contains("Predella cannot start: the database was brought up to a newer"));
        } finally {
            older.kill();
        }
    }

    private Path newerWar() throws IOException {
        Path war = Files.copy(LocalServer.builtWar(), directory.resolve("newer.war"));
        try (var archive = FileSystems.newFileSystem(war)) {
            for (String phase : List.of("expand", "migrate", "contract")) {
                String script = phase + "/common/V9001__newer_names.sql";
                Path target = archive.getPath("WEB-INF/classes/db/" + script);
                Files.createDirectories(target.getParent());
                Files.copy(Path.of("src/test/resources/newer/" + script), target);
            }
        }
        return war;
    }

    /** Somebody who makes, changes, finds and deletes images all the time, on each of the nodes in turn. */
    private static final class Traffic implements AutoCloseable {

        private static final int MORE = 20;

        private final List<String> failures = new CopyOnWriteArrayList<>();
        private final AtomicInteger rounds = new AtomicInteger();
        private volatile List<Api> nodes = List.of();
        private volatile boolean stopped;
        private final Thread thread = new Thread(this::run);

        void to(LocalServer... servers) {
            int before = rounds.get();
            boolean first = nodes.isEmpty();
            nodes = List.of(servers).stream()
                    .map(server -> Api.admin(URI.create(server.address())))
                    .toList();
            if (first) {
                thread.start();
            } else {
                // The round that is under way may still be with the former nodes.
                Await.until(() -> rounds.get() > before + 1);
            }
        }

        private void run() {
            while (!stopped) {
                var now = nodes;
                var node = now.get(rounds.get() % now.size());
                try {
                    String id = node.create("{\"name\":\"traffic\"}");
                    Api.expect(node.patch(id, "[{\"op\":\"add\",\"path\":\"/colour\",\"value\":\"red\"}]"), 200);
                    Api.expect(node.get("/v2/images?name=traffic&limit=5"), 200);
                    Api.expect(node.get("/v2/images/" + id), 200);
                    Api.expect(node.delete("/v2/images/" + id), 204);
                } catch (RuntimeException | AssertionError failure) {
                    failures.add(failure.toString());
                }
                rounds.incrementAndGet();
            }
        }

        void awaitMore() {
            int before = rounds.get();
            Await.until(() -> rounds.get() > before + MORE);
        }

        List<String> failures() {
            return failures;
        }

        void stop() {
            stopped = true;
            try {
                thread.join();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public void close() {
            stop();
        }
    }
}
