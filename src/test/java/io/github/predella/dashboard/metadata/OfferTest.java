package io.github.predella.dashboard.metadata;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.predella.images.ImageAttributes;
import io.github.predella.metadefs.Definition;
import io.github.predella.metadefs.DefinitionFile;
import io.github.predella.metadefs.ValueRule;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;

/** What the editor offers of definitions, and that the sets fit those which come with the service. */
class OfferTest {

    private static final String TEXTS = "io.github.predella.dashboard.texts.metadata";
    private static final String TITLES = "io.github.predella.dashboard.texts.metadefs";
    private static final String SHIPPED = "/io/github/predella/metadefs/catalogue/";

    private static Definition definition(String text) {
        try {
            return DefinitionFile.read(
                    new ByteArrayInputStream(text.replace('\'', '"').getBytes(StandardCharsets.UTF_8)));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static final List<Definition> TWO =
            List.of(definition("""
                    {'namespace': 'first', 'display_name': 'First', 'properties': {
                      'bus': {'type': 'string', 'title': 'Bus', 'description': 'How', 'enum': ['a', 'b']},
                      'seen': {'type': 'string', 'title': 'Seen', 'readonly': true}},
                     'objects': [{'name': 'empty'},
                      {'name': 'database', 'properties': {'port': {'type': 'integer', 'title': 'Port'}}}]}"""), definition("""
                    {'namespace': 'second', 'properties': {
                      'bus': {'type': 'string', 'title': 'Other', 'enum': ['b', 'c']}}}"""), definition("{'namespace': 'nothing'}"));

    @Test
    void propertiesStandInTheirNamespacesAndObjects() {
        var groups = Offer.groups(TWO);

        assertEquals(
                List.of("First", "second"), groups.stream().map(Group::title).toList());
        assertEquals(
                List.of("", "database"),
                groups.get(0).sections().stream().map(Group.Section::title).toList());
    }

    @Test
    void whatSeveralNamespacesDescribeTakesTheValuesOfAll() {
        var bus = Offer.byName(Offer.groups(TWO)).get("bus");

        assertEquals(List.of("a", "b", "c"), bus.getChoices());
        assertTrue(bus.takes("a") && bus.takes("c"));
        assertFalse(bus.takes("d"));
        assertEquals("How", bus.description());
        assertTrue(Offer.byName(Offer.groups(TWO)).get("seen").isReadOnly());
    }

    @Test
    void presentValueCanAlwaysBeChosen() {
        var bus = Offer.byName(Offer.groups(TWO)).get("bus");

        var row = new Row("bus", "nvme", "nvme", false, false, "", bus);

        assertEquals("nvme", row.getOptions().get(0));
        assertTrue(row.isWrong());
        assertFalse(row.isChanged());
    }

    @Test
    void setsFitTheDefinitionsThatComeWithTheService() {
        var shipped = shipped();
        var wrong = new ArrayList<String>();

        Presets.sets()
                .values()
                .forEach(set -> set.forEach((name, value) -> {
                    var rules = shipped.stream()
                            .flatMap(definition -> rules(definition, name).stream())
                            .toList();
                    if (!rules.isEmpty() && rules.stream().noneMatch(rule -> rule.takes(value))) {
                        wrong.add(name + "=" + value);
                    }
                }));

        assertEquals(List.of(), wrong);
        assertTrue(Presets.sets().values().stream()
                .flatMap(set -> set.keySet().stream())
                .allMatch(ImageAttributes::isCustom));
    }

    private static List<Definition> shipped() {
        try (var files = OfferTest.class.getResourceAsStream(SHIPPED + "files.txt")) {
            return new String(files.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(OfferTest::shipped)
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Definition shipped(String file) {
        try (InputStream content = OfferTest.class.getResourceAsStream(SHIPPED + file)) {
            return DefinitionFile.read(content);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Test
    void namespacesThatComeWithTheServiceHaveTheirTitlesInBothLanguages() {
        var english = ResourceBundle.getBundle(TITLES, Locale.ROOT);
        var chinese = ResourceBundle.getBundle(TITLES, Locale.SIMPLIFIED_CHINESE);

        for (Definition definition : shipped()) {
            String key = "metadefs.shipped." + definition.namespace().name();
            assertEquals(definition.namespace().displayName(), english.getString(key));
            assertTrue(chinese.containsKey(key), key);
        }
    }

    /** What a namespace says about a property of images. */
    private static List<ValueRule> rules(Definition definition, String name) {
        var rules = new ArrayList<ValueRule>();
        definition.associations().stream()
                .filter(association -> association.type().equals("OS::Glance::Image"))
                .forEach(association -> definition.properties().stream()
                        .filter(property -> name.equals(
                                (association.prefix() == null ? "" : association.prefix()) + property.name()))
                        .forEach(property -> rules.add(ValueRule.of(property.schema()))));
        return rules;
    }

    @Test
    void setsHaveTheirNamesInBothLanguages() {
        for (Locale language : List.of(Locale.ROOT, Locale.SIMPLIFIED_CHINESE)) {
            var texts = ResourceBundle.getBundle(TEXTS, language);
            assertEquals(
                    List.of(),
                    Presets.sets().keySet().stream()
                            .filter(set -> !texts.containsKey("metadata.set." + set))
                            .toList());
        }
    }
}
