package io.github.predella.db;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the embedded database has to know before it boots, unless the operator has said otherwise. */
final class DerbyTuning {

    private static final Map<String, String> SETTINGS = Map.of(
            // A waiting writer learns of a deadlock after a second, and gives up after ten.
            "derby.locks.deadlockTimeout", "1",
            "derby.locks.waitTimeout", "10",
            // A page of images touches many rows; one lock for the whole table would stop every writer.
            "derby.locks.escalationThreshold", "1000000",
            "derby.storage.pageCacheSize", "8000");

    private static final Pattern DIRECTORY = Pattern.compile("jdbc:derby:(?:directory:)?(/[^;]+).*");

    private DerbyTuning() {}

    static void apply(String jdbcUrl) {
        SETTINGS.forEach(DerbyTuning::setUnlessSet);
        Matcher directory = DIRECTORY.matcher(jdbcUrl);
        if (directory.matches()) {
            Path log = Path.of(directory.group(1) + ".log");
            makeDirectory(log.getParent());
            // Beside the database, rather than in whatever directory the server was started in.
            setUnlessSet("derby.stream.error.file", log.toString());
        }
    }

    private static void makeDirectory(Path directory) {
        try {
            Files.createDirectories(directory);
        } catch (IOException failure) {
            throw new UncheckedIOException("the directory of the database cannot be made", failure);
        }
    }

    private static void setUnlessSet(String key, String value) {
        if (System.getProperty(key) == null) {
            System.setProperty(key, value);
        }
    }
}
