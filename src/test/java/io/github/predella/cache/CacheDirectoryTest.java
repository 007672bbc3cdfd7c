package io.github.predella.cache;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.predella.testing.Bytes;
import io.github.predella.testing.LockHolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CacheDirectoryTest {

    private static final String IMAGE = "6ba7b810-9dad-11d1-80b4-00c04fd430c8";
    private static final byte[] DATA = Bytes.noise(300_000);
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00.123Z");
    private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");

    @TempDir
    private Path temporary;

    private Path root;
    private CacheDirectory directory;

    @BeforeEach
    void open() {
        root = temporary.resolve("cache");
        directory = CacheDirectory.open(root);
    }

    private boolean publish(CacheDirectory where, byte[] data) throws IOException {
        try (var draft = where.draft(IMAGE)) {
            draft.accept(data, 0, data.length);
            return draft.publish(ContentOf.bytes(DATA), NOON).isPresent();
        }
    }

    private List<String> names(String room) throws IOException {
        try (var files = Files.list(root.resolve(room))) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    @Test
    void aCopyAppearsWholeAndForItsOwnerOnly() throws IOException {
        try (var draft = directory.draft(IMAGE)) {
            draft.accept(DATA, 0, DATA.length);
            assertEquals(Optional.empty(), directory.find(IMAGE));
            assertTrue(draft.publish(ContentOf.bytes(DATA), NOON).isPresent());
        }

        var file = directory.find(IMAGE).orElseThrow();
        assertArrayEquals(DATA, Files.readAllBytes(file.path()));
        assertEquals(DATA.length, file.size());
        assertEquals(Instant.parse("2026-01-01T12:00:00Z"), file.modified());
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file.path())));
        assertEquals(List.of(IMAGE), directory.images());
        assertEquals(List.of(), names("incomplete"));
    }

    @Test
    void whatIsNotTheDataOfItsImageBecomesInvalid() throws IOException {
        byte[] other = DATA.clone();
        other[7] ^= 1;

        assertFalse(publish(directory, other));
        assertEquals(List.of(IMAGE), names("invalid"));
        assertEquals(1, directory.clean(LONG_AGO));

        assertFalse(publish(directory, new byte[5]));
        assertEquals(Optional.empty(), directory.find(IMAGE));
        assertEquals(List.of(), names("incomplete"));
    }

    @Test
    void aDraftThatIsGivenUpLeavesNothing() throws IOException {
        try (var draft = directory.draft(IMAGE)) {
            draft.accept(DATA, 0, 1000);
        }

        assertEquals(List.of(), names("incomplete"));
        assertEquals(List.of(), directory.images());
    }

    @Test
    void namesThatAreNoImagesAreNobodysBusiness() throws IOException {
        Files.createFile(root.resolve("cache.db"));
        Files.createDirectory(root.resolve("6ba7b810-9dad-11d1-80b4-00c04fd430c9"));

        for (String name :
                List.of("", ".", "..", "../" + IMAGE, "incomplete", IMAGE + "/x", IMAGE + "\n", "cache.db")) {
            assertThrows(IOException.class, () -> directory.draft(name), name);
            assertEquals(Optional.empty(), directory.find(name), name);
            directory.remove(name);
        }
        directory.remove("6ba7b810-9dad-11d1-80b4-00c04fd430c9");

        assertEquals(List.of(), directory.images());
        assertTrue(Files.exists(root.resolve("cache.db")));
        assertTrue(Files.isDirectory(root.resolve("6ba7b810-9dad-11d1-80b4-00c04fd430c9")));
    }

    @Test
    void linksAreNotFollowed() throws IOException {
        Path secret = Files.write(temporary.resolve("secret"), DATA);
        Files.createSymbolicLink(root.resolve(IMAGE), secret);
        Path elsewhere = Files.createDirectory(temporary.resolve("elsewhere"));
        Path second = Files.createDirectory(temporary.resolve("second"));
        Files.createSymbolicLink(second.resolve("incomplete"), elsewhere);

        assertEquals(Optional.empty(), directory.find(IMAGE));
        assertThrows(IOException.class, () -> CacheDraft.verified(root.resolve(IMAGE), ContentOf.bytes(DATA)));
        assertTrue(publish(directory, DATA));
        assertTrue(Files.isRegularFile(root.resolve(IMAGE), LinkOption.NOFOLLOW_LINKS));
        assertArrayEquals(DATA, Files.readAllBytes(secret));
        assertThrows(IllegalArgumentException.class, () -> CacheDirectory.open(second));
    }

    @Test
    void theDirectoryItselfMayBeALink() throws IOException {
        assertTrue(publish(directory, DATA));
        Path link = Files.createSymbolicLink(temporary.resolve("link"), root);

        assertEquals(directory.find(IMAGE), CacheDirectory.open(link).find(IMAGE));
    }

    @Test
    void whatDeadWritersHaveLeftGoesAndWhatLivingOnesWriteStays() throws Exception {
        Path dead = Files.createFile(root.resolve("incomplete").resolve(IMAGE));
        Path other = Files.createFile(root.resolve("incomplete").resolve(IMAGE + ".other"));
        var writer = LockHolder.start(other);
        try (var own = directory.draft(IMAGE)) {
            own.accept(DATA, 0, 10);

            assertEquals(1, directory.clean(LONG_AGO));

            assertFalse(Files.exists(dead));
            assertTrue(Files.exists(other));
            assertEquals(2, names("incomplete").size());
            writer.destroyForcibly().waitFor();
            assertEquals(1, directory.clean(LONG_AGO));
            assertEquals(1, names("incomplete").size());
        }
    }

    @Test
    void aStalledWriterLosesItsDraft() throws IOException {
        try (var own = directory.draft(IMAGE)) {
            own.accept(DATA, 0, DATA.length);
            Path file = root.resolve("incomplete").resolve(names("incomplete").get(0));
            Files.setLastModifiedTime(file, FileTime.from(LONG_AGO));

            assertEquals(1, directory.clean(LONG_AGO.plusSeconds(1)));

            assertThrows(IOException.class, () -> own.publish(ContentOf.bytes(DATA), NOON));
        }
        assertEquals(List.of(), directory.images());
    }

    @Test
    void twoProcessesMayFillAndRemoveTheSameImage() throws IOException {
        var second = CacheDirectory.open(root);
        try (var early = directory.draft(IMAGE)) {
            early.accept(DATA, 0, DATA.length);

            assertTrue(publish(second, DATA));
            directory.remove(IMAGE);
            assertTrue(early.publish(ContentOf.bytes(DATA), NOON).isPresent());
        }

        assertEquals(directory.find(IMAGE), second.find(IMAGE));
        assertArrayEquals(DATA, Files.readAllBytes(root.resolve(IMAGE)));
    }

    @Test
    void theReferencesQueueIsTakenOver() throws IOException {
        Files.createFile(root.resolve("queue").resolve(IMAGE));
        Files.createFile(root.resolve("queue").resolve("notes.txt"));

        assertEquals(List.of(IMAGE), directory.takeQueued());
        assertEquals(List.of(), directory.takeQueued());
        assertEquals(List.of("notes.txt"), names("queue"));
    }

    @Test
    void aFileInPlaceOfTheDirectoryIsTold() throws IOException {
        Path file = Files.createFile(temporary.resolve("file"));

        var refusal = assertThrows(IllegalArgumentException.class, () -> CacheDirectory.open(file));

        assertTrue(refusal.getMessage().startsWith("the cache directory " + file + " cannot be used"));
    }
}
