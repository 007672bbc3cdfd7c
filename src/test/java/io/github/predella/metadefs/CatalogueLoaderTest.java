package io.github.predella.metadefs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.predella.core.Fault;
import io.github.predella.metadefs.DefinitionDesk.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of definitions on their way in and out. */
class CatalogueLoaderTest {

    private static final String BEFORE = """
        {'namespace': 'n', 'display_name': 'old', 'visibility': 'public', 'owner': 'p1',
         'resource_type_associations': [{'name': 'Image', 'prefix': 'old_'}],
         'properties': {'p': {'title': 'old', 'type': 'string'}, 'mine': {'title': 'mine', 'type': 'string'}},
         'objects': [{'name': 'o', 'description': 'old'}], 'tags': [{'name': 'mine'}]}\
        """;
    private static final String AFTER = """
        {'namespace': 'n', 'display_name': 'new', 'visibility': 'public', 'owner': 'p1',
         'resource_type_associations': [{'name': 'Image', 'prefix': 'new_'}, {'name': 'Volume'}],
         'properties': {'p': {'title': 'new', 'type': 'string'}, 'more': {'title': 'more', 'type': 'string'}},
         'objects': [{'name': 'o', 'description': 'new', 'required': ['p']}], 'tags': [{'name': 'more'}]}\
        """;

    private final CatalogueFixture catalogue = new CatalogueFixture();
    private final CatalogueLoader loader = new CatalogueLoader(catalogue.definitions);

    @TempDir
    private Path directory;

    private Path file(String name, String content) throws IOException {
        return Files.writeString(directory.resolve(name), content.replace('\'', '"'));
    }

    private Outcome reload(LoadMode mode) throws IOException {
        loader.load(file("n.json", BEFORE), LoadMode.SKIP);
        catalogue.clock.advance(Duration.ofMinutes(1));
        return loader.load(file("n.json", AFTER), mode).get(0).outcome();
    }

    private Definition stored() {
        return catalogue.definitions.find("n").orElseThrow();
    }

    private Set<String> names() {
        var names = new TreeSet<String>();
        stored().properties().forEach(property -> names.add(property.name()));
        return names;
    }

    private String title() {
        return stored().properties().get(0).schema().getString("title");
    }

    @Test
    void fileBecomesANamespace() throws IOException {
        var loaded = loader.load(file("n.json", AFTER), LoadMode.SKIP).get(0);

        assertEquals(Outcome.MADE, loaded.outcome());
        assertEquals("n", loaded.namespace());
        assertEquals("new", stored().namespace().displayName());
        assertEquals(List.of("p"), stored().objects().get(0).required());
    }

    @Test
    void namespaceThatIsThereIsSkipped() throws IOException {
        var outcome = reload(LoadMode.SKIP);

        assertEquals(Outcome.KEPT, outcome);
        assertEquals("old", stored().namespace().displayName());
        assertEquals(Set.of("p", "mine"), names());
    }

    @Test
    void mergingAddsOnlyWhatIsMissing() throws IOException {
        var outcome = reload(LoadMode.ADD_MISSING);

        assertEquals(Outcome.MERGED, outcome);
        assertEquals("old", stored().namespace().displayName());
        assertEquals("old", title());
        assertEquals("old_", stored().associations().get(0).prefix());
        assertEquals(Set.of("p", "mine", "more"), names());
        assertEquals(2, stored().tags().size());
        assertEquals(2, stored().associations().size());
        assertNull(stored().namespace().updatedAt());
    }

    @Test
    void preferringTheNewReplacesAndKeepsTheSurplus() throws IOException {
        reload(LoadMode.PREFER_NEW);

        assertEquals("new", stored().namespace().displayName());
        assertEquals("new", title());
        assertEquals("new", stored().objects().get(0).description());
        assertEquals("new_", stored().associations().get(0).prefix());
        assertEquals(Set.of("p", "mine", "more"), names());
        assertEquals(catalogue.clock.instant(), stored().namespace().updatedAt());
    }

    @Test
    void whatIsTheSameKeepsItsTime() throws IOException {
        loader.load(file("n.json", AFTER), LoadMode.SKIP);
        var before = stored();
        catalogue.clock.advance(Duration.ofMinutes(1));

        loader.load(file("n.json", AFTER), LoadMode.PREFER_NEW);

        assertEquals(before, stored());
    }

    @Test
    void overwritingLeavesOnlyTheNew() throws IOException {
        var outcome = reload(LoadMode.OVERWRITE);

        assertEquals(Outcome.REPLACED, outcome);
        assertEquals(Set.of("p", "more"), names());
        assertEquals(1, stored().tags().size());
    }

    @Test
    void optionsThatContradictEachOtherAreRefused() {
        assertEquals(LoadMode.SKIP, LoadMode.of(false, false, false));
        assertEquals(LoadMode.ADD_MISSING, LoadMode.of(true, false, false));
        assertEquals(LoadMode.PREFER_NEW, LoadMode.of(true, true, false));
        assertEquals(LoadMode.OVERWRITE, LoadMode.of(true, false, true));
        assertThrows(Fault.class, () -> LoadMode.of(true, true, true));
        assertThrows(Fault.class, () -> LoadMode.of(false, true, false));
        assertThrows(Fault.class, () -> LoadMode.of(false, false, true));
    }

    @Test
    void filesAreReadKindly() throws IOException {
        loader.load(file("n.json", """
            {'namespace': 'n', 'display_name': null,
             'properties': {'p': {'title': 'P', 'type': 'string', 'enum': ['a', 'a'], 'default': 5}}}\
            """), LoadMode.SKIP);

        var stored = stored();
        assertNull(stored.namespace().visibility());
        assertEquals("admin", stored.namespace().owner());
        assertEquals("[\"a\"]", stored.properties().get(0).schema().get("enum").toString());
    }

    @Test
    void fileThatCannotBeUsedIsLeftOutAndTheOthersAreLoaded() throws IOException {
        file("a.json", "{'namespace': 'a'}");
        file("b.json", "no json");
        file("c.json", "{'namespace': 'c', 'properties': {'p': {'title': 'P'}}}");
        file("d.json", "{'namespace': 'd'} trailing");
        file("e.txt", "{'namespace': 'e'}");
        file("f.json", "{'namespace': 'f'}");

        var loaded = loader.load(directory, LoadMode.SKIP);

        assertEquals(List.of("a", "f"), catalogue.definitions.names());
        assertEquals(5, loaded.size());
        assertNull(loaded.get(1).outcome());
        assertTrue(loaded.get(1).problem().contains("JSON"));
    }

    @Test
    void pathWithNothingThereIsRefused() {
        var fault = assertThrows(Fault.class, () -> loader.load(directory.resolve("none"), LoadMode.SKIP));

        assertEquals(Fault.Kind.NOT_FOUND, fault.kind());
    }

    @Test
    void whatIsExportedCanBeLoadedAgain() throws IOException {
        loader.load(file("n.json", AFTER), LoadMode.SKIP);
        catalogue.store("{'namespace': 'm::m', 'display_name': 'new', 'owner': 'p7', 'tags': [{'name': 't'}]}");
        var before = List.of(stored(), catalogue.definitions.find("m::m").orElseThrow());
        var target = directory.resolve("out");

        var files = new CatalogueExporter(catalogue.definitions).export(target);
        catalogue.definitions.unload();
        boolean empty = catalogue.definitions.names().isEmpty();
        loader.load(target, LoadMode.SKIP);

        assertEquals(List.of(target.resolve("new.json"), target.resolve("n.json")), files);
        assertTrue(empty);
        assertEquals(plain(before.get(0)), plain(stored()));
        assertEquals(
                plain(before.get(1)), plain(catalogue.definitions.find("m::m").orElseThrow()));
    }

    /** What the file of a definition says about it. */
    private static String plain(Definition definition) {
        return DefinitionFile.content(definition).toString();
    }

    @Test
    void catalogueIsFilledOnceAndNeverOverWhatIsThere() {
        var shipped = List.of(CatalogueFixture.definition("{'namespace': 'shipped'}"));

        int first = catalogue.definitions.loadFirst(shipped);
        catalogue.definitions.unload();
        int second = catalogue.definitions.loadFirst(shipped);
        var other = new CatalogueFixture();
        other.store("{'namespace': 'own'}");
        int third = other.definitions.loadFirst(shipped);

        assertEquals(List.of(1, 0, 0), List.of(first, second, third));
        assertEquals(List.of("own"), other.definitions.names());
    }
}
