package io.github.predella.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StoreSettingsTest {

    @Test
    void withoutConfigurationThereIsOneVisibleFileStore() {
        var settings = read(null, Map.of());

        assertTrue(settings.multiStore());
        assertEquals("local", settings.defaultStore());
        assertEquals(
                List.of(new StoreSettings.Entry("local", "file", Map.of("filesystem_store_datadir", "data/images"))),
                settings.stores());
    }

    @Test
    void enabledBackendsHaveSectionsOfTheirOwn() {
        var settings = read(
                "fast:rbd, cheap:file",
                Map.of(
                        "glance_store", Map.of("default_backend", "cheap"),
                        "cheap", Map.of("store_description", "slow disks", "weight", "-5")));

        assertTrue(settings.multiStore());
        assertEquals("cheap", settings.defaultStore());
        assertEquals(
                List.of("fast", "cheap"),
                settings.stores().stream().map(StoreSettings.Entry::id).toList());
        assertEquals("slow disks", settings.stores().get(1).description());
        assertEquals(-5, settings.stores().get(1).weight());
        assertNull(settings.stores().get(0).description());
        assertEquals(0, settings.stores().get(0).weight());
    }

    @Test
    void theSingleStoreFormIsAListToo() {
        var settings = read(null, Map.of("glance_store", Map.of("filesystem_store_datadir", "/srv/images")));

        assertFalse(settings.multiStore());
        assertEquals("file", settings.defaultStore());
        assertEquals(
                List.of("file", "http"),
                settings.stores().stream().map(StoreSettings.Entry::type).toList());
        assertEquals("/srv/images", settings.stores().get(0).options().get("filesystem_store_datadir"));
    }

    @Test
    void theSingleStoreFormKnowsTypesByTheirSchemes() {
        var settings =
                read(null, Map.of("glance_store", Map.of("stores", "https,http,vsphere", "default_store", "vsphere")));

        assertEquals("vmware", settings.defaultStore());
        assertEquals(
                List.of("http", "vmware"),
                settings.stores().stream().map(StoreSettings.Entry::type).toList());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a:file         |          | default_backend must be set",
                "a:file         | b        | must name one of the configured stores [a], not b",
                "a:file,a:rbd   | a        | names store a twice",
                "a              | a        | is not: a",
                "a:             | a        | is not: a:",
                "os_glance_x:file | os_glance_x | may not begin with os_glance_",
            })
    void wrongBackendsAreRefusedWithASentence(String backends, String chosen, String sentence) {
        Map<String, String> common = chosen == null ? Map.of() : Map.of("default_backend", chosen);

        var refusal =
                assertThrows(IllegalArgumentException.class, () -> read(backends, Map.of("glance_store", common)));

        assertTrue(refusal.getMessage().contains(sentence), refusal.getMessage());
    }

    @Test
    void aWeightMustBeANumber() {
        var sections = Map.of("glance_store", Map.of("default_backend", "a"), "a", Map.of("weight", "heavy"));

        var refusal = assertThrows(IllegalArgumentException.class, () -> read("a:file", sections));

        assertEquals("[a] weight is not a whole number: heavy", refusal.getMessage());
    }

    private static StoreSettings read(String backends, Map<String, Map<String, String>> sections) {
        return StoreSettings.read(backends, name -> sections.getOrDefault(name, Map.of()), "data/images");
    }
}
