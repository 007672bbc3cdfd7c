package io.github.predella.testing;

import io.github.predella.db.Dialect;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * The database servers of the machine, each started once for all tests of this virtual machine, with data of its own
 * in a temporary directory, listening on loopback only. They end with the virtual machine. What they have acknowledged
 * survives the end of their process but not a power cut: nobody cuts the power in a test, and devices are slow.
 */
public final class DatabaseServer {

    private static final Map<Dialect, Optional<String>> STARTED = new EnumMap<>(Dialect.class);

    private DatabaseServer() {}

    /**
     * The address of a server of that kind, in the form of the settings and without a database's name at its end. The
     * test is skipped when the machine has none.
     *
     * @param dialect PostgreSQL or MariaDB
     */
    public static synchronized String of(Dialect dialect) {
        var address = STARTED.computeIfAbsent(dialect, DatabaseServer::start);
        Assumptions.assumeTrue(address.isPresent(), dialect + " is not installed");
        return address.orElseThrow();
    }

    static boolean isThere(Dialect dialect) {
        return switch (dialect) {
            case DERBY -> false;
            case POSTGRESQL -> postgresBin().isPresent();
            case MARIADB -> Files.isExecutable(Path.of("/usr/sbin/mariadbd"));
        };
    }

    private static Optional<String> start(Dialect dialect) {
        return switch (dialect) {
            case DERBY -> throw new IllegalArgumentException("Derby has no server here");
            case POSTGRESQL -> postgresBin().map(DatabaseServer::startPostgres);
            case MARIADB -> isThere(dialect) ? Optional.of(startMaria()) : Optional.empty();
        };
    }

    static Optional<Path> postgresBin() {
        var versions = Path.of("/usr/lib/postgresql");
        if (!Files.isDirectory(versions)) {
            return Optional.empty();
        }
        try (Stream<Path> found = Files.list(versions)) {
            return found.map(version -> version.resolve("bin"))
                    .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
                    .max(Comparator.naturalOrder());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String startPostgres(Path bin) {
        Path directory = directoryFor("postgres");
        int port = freePort();
        makePostgres(bin, directory);
        beginPostgres(bin, directory, port);
        atEnd(() -> stopPostgres(bin, directory));
        return addressOf(Dialect.POSTGRESQL, port);
    }

    static String addressOf(Dialect dialect, int port) {
        String user = dialect == Dialect.POSTGRESQL ? "postgresql://predella" : "mysql+pymysql://root";
        return user + "@127.0.0.1:" + port;
    }

    static void makePostgres(Path bin, Path directory) {
        run(
                asPostgres(),
                bin + "/initdb",
                "-D",
                directory + "/data",
                "-U",
                "predella",
                "-A",
                "trust",
                "-E",
                "UTF8",
                "--locale=C.UTF-8");
    }

    static void beginPostgres(Path bin, Path directory, int port) {
        String options = "-p " + port + " -k " + directory + " -c listen_addresses=127.0.0.1 -c fsync=off";
        run(
                asPostgres(),
                bin + "/pg_ctl",
                "-D",
                directory + "/data",
                "-l",
                directory + "/log",
                "-w",
                "-o",
                options,
                "start");
    }

    static void stopPostgres(Path bin, Path directory) {
        run(asPostgres(), bin + "/pg_ctl", "-D", directory + "/data", "-m", "immediate", "stop");
    }

    private static List<String> asPostgres() {
        return isRoot() ? List.of("runuser", "-u", "postgres", "--") : List.of();
    }

    private static String startMaria() {
        Path directory = directoryFor("mysql");
        int port = freePort();
        makeMaria(directory);
        Process server = beginMaria(directory, port);
        atEnd(server::destroy);
        return addressOf(Dialect.MARIADB, port);
    }

    static void makeMaria(Path directory) {
        run(
                List.of(),
                Stream.concat(
                                Stream.of(
                                        "mariadb-install-db",
                                        "--no-defaults",
                                        "--datadir=" + directory + "/data",
                                        "--auth-root-authentication-method=normal",
                                        "--skip-test-db"),
                                asMysql().stream())
                        .toArray(String[]::new));
    }

    private static List<String> asMysql() {
        return isRoot() ? List.of("--user=mysql") : List.of();
    }

    static Process beginMaria(Path directory, int port) {
        var command = new ArrayList<>(List.of(
                "/usr/sbin/mariadbd",
                "--no-defaults",
                "--datadir=" + directory + "/data",
                "--socket=" + directory + "/socket",
                "--pid-file=" + directory + "/pid",
                "--port=" + port,
                "--innodb-flush-log-at-trx-commit=2",
                "--bind-address=127.0.0.1"));
        command.addAll(asMysql());
        Process server = begin(command);
        run(
                List.of(),
                "mariadb-admin",
                "--no-defaults",
                "--wait=60",
                "--connect-timeout=60",
                "-uroot",
                "-h127.0.0.1",
                "-P" + port,
                "ping");
        return server;
    }

    static Path directoryFor(String owner) {
        try {
            Path directory = Files.createTempDirectory("predella-" + owner);
            atEnd(() -> run(List.of(), "rm", "-rf", directory.toString()));
            if (isRoot()) {
                run(List.of(), "chown", owner, directory.toString());
            }
            return directory;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    private static void run(List<String> as, String... command) {
        var whole = new ArrayList<>(as);
        whole.addAll(List.of(command));
        try {
            Process process = begin(whole);
            if (!process.waitFor(2, TimeUnit.MINUTES) || process.exitValue() != 0) {
                throw new IllegalStateException("failed: " + String.join(" ", whole));
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private static Process begin(List<String> command) {
        try {
            return new ProcessBuilder(command)
                    .directory(Path.of("/").toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static final List<Runnable> ENDINGS = new ArrayList<>();

    /** Endings run in the reverse order of their beginnings, so that a server stops before its directory goes. */
    private static synchronized void atEnd(Runnable ending) {
        if (ENDINGS.isEmpty()) {
            Runtime.getRuntime().addShutdownHook(new Thread(DatabaseServer::end));
        }
        ENDINGS.add(0, ending);
    }

    private static void end() {
        ENDINGS.forEach(Runnable::run);
    }

    static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
