package io.github.predella.imports.plugins;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.predella.testing.Images;
import io.github.predella.testing.MemoryPluginRun;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MetadataInjectionTest {

    private final MetadataInjection plugin = new MetadataInjection(new InjectionSettings(
            List.of("Admin", "operator"), Map.of("site", "north", "os_glance_import_task", "mine", "kept", "new")));

    private static MemoryPluginRun run() {
        return new MemoryPluginRun(Images.queued().with("kept", "old").with("other", "x"), Path.of("/any/file"));
    }

    @Test
    void importedImagesGetTheProperties() {
        var run = run();

        plugin.run(run);

        assertEquals(
                Map.of("site", "north", "kept", "new", "other", "x"),
                run.image().details().properties());
    }

    @Test
    void imagesOfHoldersOfAnIgnoredRoleAreLeftAlone() {
        var run = run().withRoles("member", "admin");

        plugin.run(run);

        assertEquals(Map.of("kept", "old", "other", "x"), run.image().details().properties());
    }
}
