package io.github.predella.metadefs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.predella.core.Caller;
import io.github.predella.core.Fault;
import io.github.predella.metadefs.DefinitionDifference.Change;
import io.github.predella.metadefs.DefinitionDifference.Kind;
import io.github.predella.metadefs.DefinitionDifference.Line;
import io.github.predella.metadefs.DefinitionDifference.Subject;
import io.github.predella.testing.Callers;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What files of definitions would change, and what becomes of it. */
class DefinitionImportServiceTest {

    private static final String STORED = """
        {'namespace': 'n', 'display_name': 'N', 'visibility': 'public', 'owner': 'p1',
         'resource_type_associations': [{'name': 'Image', 'prefix': 'hw_'}, {'name': 'Flavor'}],
         'objects': [{'name': 'o', 'properties': {'p': {'title': 'P', 'type': 'string'}}}],
         'properties': {'kept': {'title': 'K', 'type': 'string'}, 'other': {'title': 'O', 'type': 'integer'}},
         'tags': [{'name': 'old'}]}\
        """;

    private static final String WANTED = """
        {'namespace': 'n', 'display_name': 'N', 'visibility': 'public',
         'resource_type_associations': [{'name': 'Image', 'prefix': 'os_'}],
         'properties': {'kept': {'title': 'K', 'type': 'string'},
          'other': {'title': 'O', 'type': 'integer', 'minimum': 1}},
         'tags': [{'name': 'new'}]}\
        """;

    private static final List<Change> DIFFERENCE = List.of(
            new Change(Subject.TYPE, "Image", Kind.CHANGED, List.of(new Line("prefix", "hw_", "os_"))),
            new Change(Subject.TYPE, "Flavor", Kind.GONE, List.of()),
            new Change(Subject.PROPERTY, "other", Kind.CHANGED, List.of(new Line("minimum", null, "1"))),
            new Change(
                    Subject.OBJECT,
                    "o",
                    Kind.GONE,
                    List.of(new Line("properties.p", "{\"title\":\"P\",\"type\":\"string\"}", null))),
            new Change(Subject.TAG, "old", Kind.GONE, List.of()),
            new Change(Subject.TAG, "new", Kind.NEW, List.of()));

    private final CatalogueFixture catalogue = new CatalogueFixture();
    private final DefinitionImportService imports = catalogue.imports;
    private final Caller admin = Callers.admin("p9");

    private static Definition file(String text) {
        try {
            return DefinitionFile.read(
                    new ByteArrayInputStream(text.replace('\'', '"').getBytes(StandardCharsets.UTF_8)), null);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private Definition shown() {
        return catalogue.namespaces.show(admin, "n", null);
    }

    private void load(String text, boolean exact) {
        imports.apply(admin, file(text), exact, imports.compare(admin, file(text)));
    }

    @Test
    void differenceSaysWhatIsNewChangedAndGone() {
        catalogue.store(STORED);

        assertEquals(DIFFERENCE, imports.compare(admin, file(WANTED)).changes());
    }

    @Test
    void whatOnlyTheCatalogueHasStaysUnlessItIsToGo() {
        catalogue.store(STORED);

        load(WANTED, false);

        assertEquals(
                List.of(Kind.GONE, Kind.GONE, Kind.GONE),
                imports.compare(admin, file(WANTED)).changes().stream()
                        .map(Change::kind)
                        .toList());
        assertEquals("p1", shown().namespace().owner());

        load(WANTED, true);

        assertEquals(List.of(), imports.compare(admin, file(WANTED)).changes());
        assertEquals("os_", shown().associations().get(0).prefix());
    }

    @Test
    void newNamespaceBelongsToTheProjectOfWhoeverImportsIt() {
        load(WANTED, false);

        assertEquals("p9", shown().namespace().owner());
        assertEquals(2, shown().properties().size());
    }

    @Test
    void writtenFileIsReadWithoutADifference() {
        catalogue.store(STORED);
        var written = new StringWriter();
        DefinitionFile.write(shown(), written);

        assertEquals(List.of(), imports.compare(admin, file(written.toString())).changes());
    }

    @Test
    void whatHasChangedSinceItWasShownIsNotTouched() {
        catalogue.store(STORED);
        var seen = imports.compare(admin, file(WANTED));
        catalogue.tags.add(admin, "n", MetaTag.wanted("meanwhile"));

        var fault = assertThrows(Fault.class, () -> imports.apply(admin, file(WANTED), false, seen));

        assertEquals(Fault.Kind.CONFLICT, fault.kind());
        assertEquals(2, shown().tags().size());
    }

    @Test
    void protectedNamespaceLosesNothingUntilTheFileOpensIt() {
        catalogue.store(STORED.replace("'owner'", "'protected': true, 'owner'"));
        String closed = WANTED.replace("'resource", "'protected': true, 'resource");

        var fault = assertThrows(Fault.class, () -> load(closed, true));

        assertEquals(Fault.Kind.FORBIDDEN, fault.kind());
        load(WANTED, true);
        assertEquals(List.of(), imports.compare(admin, file(WANTED)).changes());
    }

    @Test
    void rulesHoldForEverySingleChange() {
        catalogue.store(STORED);
        var reader = Callers.reader("p1");

        var fault = assertThrows(
                Fault.class, () -> imports.apply(reader, file(WANTED), false, imports.compare(reader, file(WANTED))));

        assertEquals(Fault.Kind.FORBIDDEN, fault.kind());
    }
}
