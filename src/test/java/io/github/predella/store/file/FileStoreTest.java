package io.github.predella.store.file;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.predella.flow.SparseFile;
import io.github.predella.flow.Writeback;
import io.github.predella.store.Location;
import io.github.predella.store.ObjectName;
import io.github.predella.store.ObjectStore;
import io.github.predella.store.ObjectStoreContract;
import io.github.predella.store.ObjectWriter;
import io.github.predella.store.StoreFault;
import io.github.predella.testing.Bytes;
import io.github.predella.testing.LockHolder;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileStoreTest implements ObjectStoreContract {

    private static final ObjectName NAME = new ObjectName("6a4b1f2e-0000-4000-8000-000000000001");
    private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");

    @TempDir
    private Path home;

    private Path images;
    private FileStore store;

    @BeforeEach
    void oneDirectory() {
        images = home.resolve("images");
        store = with(Map.of("filesystem_store_datadir", images.toString()));
    }

    @Override
    public ObjectStore store() {
        return store;
    }

    @Override
    public Location foreign() {
        return at(home.resolve("elsewhere"));
    }

    @Test
    void theAddressIsTheFilesPath() throws IOException {
        Location location = put(store, NAME, new byte[] {1, 2});

        assertEquals("file://" + images + "/" + NAME, location.address());
        assertArrayEquals(new byte[] {1, 2}, Files.readAllBytes(images.resolve(NAME.text())));
    }

    @Test
    void whileWritingThereIsOneHiddenFileAndAfterwardsNone() throws IOException {
        try (ObjectWriter writer = store.create(NAME, OptionalLong.empty())) {
            writer.accept(new byte[10], 0, 10);

            assertEquals(1, files(images).size());
            assertTrue(files(images).get(0).matches("\\." + NAME + "\\..*\\.part"));
        }

        assertEquals(List.of(), files(images));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/../elsewhere",
                "/images/../elsewhere",
                "/images/./object",
                "/images",
                "/images/.hidden.part",
                "/images2/object",
            })
    void anAddressThatLeadsOutIsRefused(String below) {
        var location = Location.in("under-test", "file://" + home + below);

        var fault = assertThrows(StoreFault.class, () -> store.open(location).close());

        assertEquals(StoreFault.Kind.DENIED, fault.kind());
    }

    @Test
    void aSymbolicLinkThatLeadsOutIsRefused() throws IOException {
        Path secret = Files.writeString(home.resolve("secret"), "s");
        Path link = Files.createSymbolicLink(images.resolve("link"), secret);

        var opening = assertThrows(StoreFault.class, () -> store.open(at(link)).close());
        var deleting = assertThrows(StoreFault.class, () -> store.delete(at(link)));

        assertEquals(StoreFault.Kind.DENIED, opening.kind());
        assertEquals(StoreFault.Kind.DENIED, deleting.kind());
        assertTrue(Files.exists(secret));
    }

    @Test
    void whatLiesInAFormerDirectoryIsKnownByItsId() throws IOException {
        Path former = Files.createDirectory(home.resolve("former"));
        Path object = Files.write(former.resolve(UUID.randomUUID().toString()), new byte[] {1, 2});

        try (var stream = store.open(at(object))) {
            assertArrayEquals(new byte[] {1, 2}, stream.readAllBytes());
        }
        store.delete(at(object));
        assertEquals(List.of(), files(former));
    }

    @Test
    void aLinkInAFormerDirectoryIsRefused() throws IOException {
        Path secret = Files.writeString(home.resolve("secret"), "s");
        Path link = Files.createSymbolicLink(home.resolve(UUID.randomUUID().toString()), secret);

        var opening = assertThrows(StoreFault.class, () -> store.open(at(link)).close());

        assertEquals(StoreFault.Kind.DENIED, opening.kind());
    }

    @Test
    void theDirectoryItselfMayBeALink() throws IOException {
        Path link = Files.createSymbolicLink(home.resolve("link"), images);
        var linked = with(Map.of("filesystem_store_datadir", link.toString()));

        Location location = put(linked, NAME, new byte[3]);

        assertEquals(OptionalLong.of(3), linked.size(location));
        assertEquals(
                images.resolve(NAME.text()).toRealPath(), linked.file(location).path());
    }

    @Test
    void aSubdirectoryIsNoObject() throws IOException {
        Path directory = Files.createDirectory(images.resolve("directory"));

        var fault = assertThrows(StoreFault.class, () -> store.delete(at(directory)));

        assertEquals(StoreFault.Kind.NOT_FOUND, fault.kind());
        assertTrue(Files.exists(directory));
    }

    @Test
    void theOlderSchemeIsUnderstood() {
        put(store, NAME, new byte[4]);
        var older = Location.in("under-test", "filesystem://" + images.resolve(NAME.text()));

        OptionalLong size = store.size(older);

        assertEquals(OptionalLong.of(4), size);
    }

    @Test
    void moreThanTheSpaceIsFull() {
        var fault = assertThrows(StoreFault.class, () -> store.create(NAME, OptionalLong.of(Long.MAX_VALUE)));

        assertEquals(StoreFault.Kind.FULL, fault.kind());
    }

    @Test
    void aDeviceThatRunsFullIsFull() throws IOException {
        Assumptions.assumeTrue(Files.exists(Path.of("/dev/full")));
        try (FileChannel full = FileChannel.open(Path.of("/dev/full"), StandardOpenOption.WRITE)) {
            var file = new SparseFile(full, 4096, false);

            var failure = assertThrows(IOException.class, () -> file.accept(new byte[100], 0, 100));

            assertEquals(
                    StoreFault.Kind.FULL,
                    new FileFaults("under-test").of(failure).kind());
        }
    }

    @Test
    void aDirectoryThatMayNotBeWrittenIsDenied() throws IOException {
        Files.setPosixFilePermissions(images, PosixFilePermissions.fromString("r-xr-xr-x"));
        Assumptions.assumeFalse(Files.isWritable(images), "this user may write everywhere");

        var fault = assertThrows(StoreFault.class, () -> store.create(NAME, OptionalLong.empty()));

        assertEquals(StoreFault.Kind.DENIED, fault.kind());
    }

    @Test
    void theHighestPriorityIsFilledFirstAndAllAreRead() throws IOException {
        var several = with(Map.of("filesystem_store_datadirs", home + "/a:10," + home + "/b:200\n" + home + "/c"));
        Path old = home.resolve("c").resolve("old");
        Files.write(old, new byte[1]);

        Location location = put(several, NAME, new byte[1]);

        assertEquals("file://" + home + "/b/" + NAME, location.address());
        assertEquals(OptionalLong.of(1), several.size(at(old)));
    }

    @Test
    void aNameIsTakenInAllDirectories() throws IOException {
        var several = with(Map.of("filesystem_store_datadirs", home + "/a:10," + home + "/b:200"));
        Files.write(home.resolve("a").resolve(NAME.text()), new byte[1]);

        var fault = assertThrows(StoreFault.class, () -> several.create(NAME, OptionalLong.empty()));

        assertEquals(StoreFault.Kind.EXISTS, fault.kind());
    }

    @Test
    void finishedFilesGetTheConfiguredPermissions() throws IOException {
        var strict = with(Map.of("filesystem_store_datadir", images.toString(), "filesystem_store_file_perm", "640"));

        put(strict, NAME, new byte[1]);

        assertEquals(
                "rw-r-----", PosixFilePermissions.toString(Files.getPosixFilePermissions(images.resolve(NAME.text()))));
    }

    @Test
    void zerosBecomeHolesThatReadAsZeros() throws Exception {
        var thin = with(Map.of("filesystem_store_datadir", images.toString(), "filesystem_thin_provisioning", "True"));
        var bytes = new byte[20_000_000];
        System.arraycopy(Bytes.noise(100), 0, bytes, 10_000_000, 100);

        Location location = put(thin, NAME, bytes);

        assertArrayEquals(bytes, Files.readAllBytes(images.resolve(NAME.text())));
        assertEquals(OptionalLong.of(bytes.length), thin.size(location));
        assertTrue(blocksOf(images.resolve(NAME.text())) < 1000);
    }

    @Test
    void aSharedFileStaysAndIsAnObjectBesides() throws IOException {
        Path staged = Files.write(home.resolve("staged"), new byte[] {5, 6});

        var shared = store.share(NAME, staged).orElseThrow();
        var again = assertThrows(StoreFault.class, () -> store.share(NAME, staged));

        assertEquals(2, shared.size());
        assertEquals(StoreFault.Kind.EXISTS, again.kind());
        assertEquals(
                Files.getAttribute(staged, "unix:ino"), Files.getAttribute(images.resolve(NAME.text()), "unix:ino"));
        store.delete(shared.location());
        assertArrayEquals(new byte[] {5, 6}, Files.readAllBytes(staged));
    }

    @Test
    void aFileOnTheSameFileSystemIsTakenOver() throws IOException {
        Path staged = Files.write(home.resolve("staged"), new byte[] {5, 6});

        var adopted = store.adopt(NAME, staged).orElseThrow();

        assertEquals(2, adopted.size());
        assertFalse(Files.exists(staged));
        assertArrayEquals(new byte[] {5, 6}, Files.readAllBytes(images.resolve(NAME.text())));
    }

    @Test
    void aFileOnAnotherFileSystemIsLeftAlone() throws IOException {
        Path memory = Path.of("/dev/shm");
        Assumptions.assumeTrue(
                Files.isWritable(memory) && !Files.getFileStore(memory).equals(Files.getFileStore(images)));
        Path staged = Files.createTempFile(memory, "staged", "");

        var adopted = store.adopt(NAME, staged);
        var shared = store.share(NAME, staged);

        assertEquals(Optional.empty(), adopted);
        assertEquals(Optional.empty(), shared);
        assertTrue(Files.deleteIfExists(staged));
    }

    @Test
    void takingOverDoesNotReplace() throws IOException {
        put(store, NAME, new byte[] {1});
        Path staged = Files.write(home.resolve("staged"), new byte[] {5, 6});

        var fault = assertThrows(StoreFault.class, () -> store.adopt(NAME, staged));

        assertEquals(StoreFault.Kind.EXISTS, fault.kind());
        assertTrue(Files.exists(staged));
    }

    @Test
    void aSweepLeavesTheLivingAlone() throws IOException {
        var sibling = with(Map.of("filesystem_store_datadir", images.toString()));
        put(store, NAME, new byte[1]);
        try (ObjectWriter ours = store.create(new ObjectName("ours"), OptionalLong.empty());
                ObjectWriter theirs = sibling.create(new ObjectName("theirs"), OptionalLong.empty())) {
            ours.accept(new byte[1], 0, 1);

            assertEquals(List.of(), store.sweep(Instant.now().plusSeconds(60)));

            theirs.accept(new byte[1], 0, 1);
            assertEquals(1, ours.commit().size());
            assertEquals(1, theirs.commit().size());
        }
    }

    @Test
    void aSweepRemovesWhatADeadProcessLeft() throws IOException {
        Path dead = leftover("0123456789abcdef");
        Path young = leftover("0123456789abcde0");
        Files.setLastModifiedTime(young, FileTime.from(LONG_AGO.plusSeconds(100)));

        List<String> removed = store.sweep(LONG_AGO.plusSeconds(50));

        assertEquals(List.of(dead.toString()), removed);
        assertEquals(List.of(young.getFileName().toString()), files(images));
    }

    @Test
    void aSweepLeavesWhatAnotherProcessIsWriting() throws Exception {
        Path busy = leftover("0123456789abcdef");
        Process other = LockHolder.start(busy);

        List<String> whileAlive = store.sweep(Instant.now());
        other.destroyForcibly().waitFor();
        List<String> afterwards = store.sweep(Instant.now());

        assertEquals(List.of(), whileAlive);
        assertEquals(List.of(busy.toString()), afterwards);
    }

    @Test
    void otherHiddenFilesAreNoLeftovers() throws IOException {
        Path hidden = Files.createFile(images.resolve(".nfs0001.part"));
        Files.setLastModifiedTime(hidden, FileTime.from(LONG_AGO));

        List<String> removed = store.sweep(Instant.now());

        assertEquals(List.of(), removed);
    }

    @Test
    void largeObjectsAreWrittenOutMeanwhile() throws IOException {
        var rounds = new ArrayList<Runnable>();
        var lazy = new FileStore("under-test", settings(), rounds::add);
        var chunk = Bytes.noise(1024 * 1024);

        try (ObjectWriter writer = lazy.create(NAME, OptionalLong.empty())) {
            for (int i = 0; i < 100; i++) {
                writer.accept(chunk, 0, chunk.length);
                if (i == 70) {
                    rounds.forEach(Runnable::run);
                }
            }
            writer.commit();
        }
        rounds.forEach(Runnable::run);

        assertEquals(2, rounds.size());
        assertEquals(100L * chunk.length, Files.size(images.resolve(NAME.text())));
    }

    @Test
    void withoutAThreadTheObjectIsWrittenAllTheSame() {
        var alone = new FileStore("under-test", settings(), task -> {
            throw new RejectedExecutionException("none");
        });

        Location location = put(alone, NAME, Bytes.noise(Writeback.EVERY + 1));

        assertEquals(OptionalLong.of(Writeback.EVERY + 1), alone.size(location));
    }

    private FileStoreSettings settings() {
        return FileStoreSettings.of(Map.of("filesystem_store_datadir", images.toString()));
    }

    private static FileStore with(Map<String, String> options) {
        return new FileStoreProvider(Runnable::run).create("under-test", options);
    }

    private static Location at(Path path) {
        return Location.in("under-test", "file://" + path);
    }

    private static Location put(FileStore store, ObjectName name, byte[] bytes) {
        try (ObjectWriter writer = store.create(name, OptionalLong.empty())) {
            writer.accept(bytes, 0, bytes.length);
            return writer.commit().location();
        }
    }

    private Path leftover(String process) throws IOException {
        Path file = Files.createFile(images.resolve("." + NAME + "." + process + ".0123456789abcdef-1.part"));
        Files.setLastModifiedTime(file, FileTime.from(LONG_AGO));
        return file;
    }

    private static long blocksOf(Path file) throws IOException, InterruptedException {
        Process stat = new ProcessBuilder("stat", "-c", "%b", file.toString()).start();
        try (var answer = stat.inputReader()) {
            return Long.parseLong(answer.readLine());
        } finally {
            stat.waitFor();
        }
    }

    private static List<String> files(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
