package io.github.predella.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.predella.config.Seconds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StagingAreaTest {

    private static final Path STANDARD = Path.of("/data/staging");

    @TempDir
    private Path parent;

    private static StagingSettings settings(String uri) {
        return new StagingSettings(List.of(), uri, new Seconds(1));
    }

    @Test
    void aNewAreaIsForItsOwnerOnlyAndKeepsItsId() throws IOException {
        Path directory = parent.resolve("new/staging");

        var area = StagingFixture.areaIn(directory);

        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(directory)));
        assertEquals(area.id(), StagingFixture.areaIn(directory).id());
        assertEquals(area.id(), UUID.fromString(area.id()).toString());
        assertNotEquals(
                area.id(), StagingFixture.areaIn(parent.resolve("other")).id());
        assertEquals(List.of(".predella-area"), names(directory));
    }

    @Test
    void nodesThatComeAtTheSameTimeAgreeOnTheId() throws Exception {
        var threads = Executors.newFixedThreadPool(8);
        Callable<String> opening =
                () -> StagingFixture.areaIn(parent.resolve("shared")).id();

        var ids = new HashSet<String>();
        for (Future<String> id :
                threads.invokeAll(IntStream.range(0, 8).mapToObj(i -> opening).toList())) {
            ids.add(id.get());
        }
        threads.shutdown();

        assertEquals(1, ids.size());
        assertEquals(List.of(".predella-area"), names(parent.resolve("shared")));
    }

    @Test
    void aDamagedMarkerStopsTheStart() throws IOException {
        Files.writeString(parent.resolve(".predella-area"), "nonsense");

        var refusal = assertThrows(IllegalArgumentException.class, () -> StagingFixture.areaIn(parent));

        assertTrue(refusal.getMessage().contains(".predella-area"), refusal::getMessage);
    }

    @Test
    void theDirectoryIsFoundInBothForms() {
        var section = Map.of("filesystem_store_datadir", "/var/staging/../stage");

        assertEquals(STANDARD, settings("").directory(true, Map.of(), STANDARD));
        assertEquals(STANDARD, settings("").directory(false, Map.of(), STANDARD));
        assertEquals(Path.of("/var/stage"), settings("").directory(true, section, STANDARD));
        assertEquals(STANDARD, settings("file:///tmp/staging/").directory(true, Map.of(), STANDARD));
        assertEquals(Path.of("/tmp/staging"), settings("file:///tmp/staging/").directory(false, Map.of(), STANDARD));
    }

    @Test
    void severalDirectoriesAreRefused() {
        var section = Map.of("filesystem_store_datadirs", "/a:1,/b:2");

        assertThrows(IllegalArgumentException.class, () -> settings("").directory(true, section, STANDARD));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/tmp/staging", "http://host/staging", "file://host/staging", "file:relative", "file:///a b"})
    void onlyLocalDirectoriesAreTaken(String uri) {
        assertThrows(IllegalArgumentException.class, () -> settings(uri));
    }

    private static List<String> names(Path directory) throws IOException {
        try (var files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
