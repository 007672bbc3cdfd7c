package io.github.predella.store.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileStoreSettingsTest {

    @Test
    void nothingSaidMeansTheDefaults() {
        var settings = FileStoreSettings.of(Map.of());

        assertEquals(
                new FileStoreSettings(
                        List.of(new DataDirectory(Path.of("/var/lib/glance/images"), 0)), Set.of(), 65_536, false),
                settings);
    }

    @Test
    void everyOptionIsRead() {
        var settings = FileStoreSettings.of(Map.of(
                "filesystem_store_datadirs", "/a:5, /b c:d:10,/e",
                "filesystem_store_file_perm", "0640",
                "filesystem_store_chunk_size", "4096",
                "filesystem_thin_provisioning", "true"));

        assertEquals(
                new FileStoreSettings(
                        List.of(
                                new DataDirectory(Path.of("/a"), 5),
                                new DataDirectory(Path.of("/b c:d"), 10),
                                new DataDirectory(Path.of("/e"), 0)),
                        PosixFilePermissions.fromString("rw-r-----"),
                        4096,
                        true),
                settings);
    }

    @ParameterizedTest
    @CsvSource({
        "filesystem_store_file_perm, 888",
        "filesystem_store_file_perm, 040",
        "filesystem_store_file_perm, rw",
        "filesystem_store_chunk_size, 0",
        "filesystem_store_chunk_size, many",
        "filesystem_thin_provisioning, perhaps",
        "filesystem_store_datadirs, /a:x",
        "filesystem_store_datadirs, '/a:1,/a:2'",
    })
    void aWrongValueIsRefusedByTheOptionsName(String option, String value) {
        var refusal = assertThrows(IllegalArgumentException.class, () -> FileStoreSettings.of(Map.of(option, value)));

        assertTrue(refusal.getMessage().contains(option));
    }

    @Test
    void oneAndSeveralDirectoriesExcludeEachOther() {
        var both = Map.of("filesystem_store_datadir", "/a", "filesystem_store_datadirs", "/b:1");

        assertThrows(IllegalArgumentException.class, () -> FileStoreSettings.of(both));
    }
}
