package io.github.predella.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ImportPluginsTest {

    private final List<String> prepared = new ArrayList<>();

    private ImportPlugin plugin(String name) {
        return new ImportPlugin() {

            @Override
            public String name() {
                return name;
            }

            @Override
            public void prepare() {
                prepared.add(name);
            }

            @Override
            public void run(PluginRun run) {}
        };
    }

    private ImportPlugins plugins(List<String> wanted, String... known) {
        var beans = new ArrayList<ImportPlugin>();
        for (String name : known) {
            beans.add(plugin(name));
        }
        return new ImportPlugins(wanted, beans, PluginDirectory.open(null));
    }

    @Test
    void theyWorkInTheConfiguredOrder() {
        var plugins = plugins(List.of("c", "a"), "a", "b", "c");

        plugins.prepare();

        assertEquals(
                List.of("c", "a"),
                plugins.configured().stream().map(ImportPlugin::name).toList());
        assertEquals(List.of("c", "a"), prepared);
    }

    @Test
    void aNameThatNobodyHasIsTold() {
        var refusal = assertThrows(IllegalArgumentException.class, () -> plugins(List.of("a", "x"), "a", "b"));

        assertEquals(
                "[image_import_opts] image_import_plugins names [x],"
                        + " and these are the plugins that there are: [a, b]",
                refusal.getMessage());
    }

    @Test
    void theOnesThatTasksPassThroughAreNotToBeChosen() {
        var refusal = assertThrows(
                IllegalArgumentException.class, () -> plugins(List.of("convert"), "a", "convert", "introspect"));

        assertEquals(
                "[image_import_opts] image_import_plugins names [convert],"
                        + " and these are the plugins that there are: [a]",
                refusal.getMessage());
    }

    @Test
    void twoOfTheSameNameAreTold() {
        var refusal = assertThrows(IllegalArgumentException.class, () -> plugins(List.of(), "a", "a"));

        assertEquals("there are two import plugins with the name a", refusal.getMessage());
    }

    @Test
    void nobodyIsAskedTwice() {
        assertThrows(IllegalArgumentException.class, () -> new PluginSettings(List.of("a", "a"), null));
    }
}
