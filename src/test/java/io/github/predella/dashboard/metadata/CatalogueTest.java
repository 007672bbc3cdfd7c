package io.github.predella.dashboard.metadata;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.predella.images.ImageAttributes;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CatalogueTest {

    private static final String TEXTS = "io.github.predella.dashboard.texts.metadata";

    @ParameterizedTest
    @CsvSource({
        "hw_disk_bus, virtio, true",
        "hw_disk_bus, nvme, false",
        "hw_disk_bus, '', false",
        "hw_cpu_cores, 4, true",
        "hw_cpu_cores, 0, false",
        "hw_cpu_cores, 4.5, false",
        "hw_cpu_cores, ' 4', false",
        "hw_qemu_guest_agent, true, true",
        "hw_qemu_guest_agent, Yes, true",
        "hw_qemu_guest_agent, perhaps, false",
        "hw_mem_page_size, large, true",
        "hw_mem_page_size, 2048, true",
        "hw_mem_page_size, 2MB, true",
        "hw_mem_page_size, huge, false",
        "os_distro, anything, true"
    })
    void valuesAreToldFromWrongOnes(String name, String value, boolean taken) {
        assertEquals(taken, Catalogue.find(name).orElseThrow().takes(value));
    }

    @Test
    void whatTheCatalogueSetsIsTaken() {
        for (WellKnown known : Catalogue.all()) {
            assertTrue(known.takes(known.standard()), known.name());
            assertTrue(known.choices().stream().allMatch(known::takes), known.name());
        }
        Catalogue.sets()
                .values()
                .forEach(set -> set.forEach((name, value) ->
                        assertTrue(Catalogue.find(name).orElseThrow().takes(value), name)));
    }

    @Test
    void everythingInTheCatalogueIsACustomPropertyWithHelpInBothLanguages() {
        var keys = Stream.concat(
                        Catalogue.all().stream().map(known -> "metadata.help." + known.name()),
                        Stream.concat(
                                Stream.of(WellKnown.Group.values())
                                        .map(group ->
                                                "metadata.group." + group.name().toLowerCase(Locale.ROOT)),
                                Catalogue.sets().keySet().stream().map(set -> "metadata.set." + set)))
                .toList();

        for (Locale language : List.of(Locale.ROOT, Locale.SIMPLIFIED_CHINESE)) {
            var texts = ResourceBundle.getBundle(TEXTS, language);
            assertEquals(
                    List.of(),
                    keys.stream().filter(key -> !texts.containsKey(key)).toList());
        }
        assertTrue(Catalogue.all().stream().map(WellKnown::name).allMatch(ImageAttributes::isCustom));
    }

    @Test
    void everyKindSaysWhatIsWrong() {
        var texts = ResourceBundle.getBundle(TEXTS, Locale.ROOT);

        for (WellKnown known : Catalogue.all()) {
            assertTrue(texts.containsKey("metadata.wrong." + known.getKindName()), known.name());
        }
    }

    @Test
    void presentValueCanAlwaysBeChosen() {
        var known = Catalogue.find("hw_disk_bus").orElseThrow();

        var row = new Row("hw_disk_bus", "nvme", "nvme", false, false, "", known);

        assertEquals("nvme", row.getOptions().get(0));
        assertTrue(row.isWrong());
        assertFalse(row.isChanged());
    }
}
