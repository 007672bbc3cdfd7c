package io.github.predella.metadefs;

import static io.github.predella.metadefs.CatalogueFixture.definition;
import static io.github.predella.metadefs.CatalogueFixture.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.predella.core.Fault;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What bodies of callers mean, and what is refused. */
class DefinitionReaderTest {

    private static void refused(Fault.Kind kind, Executable call) {
        assertEquals(kind, assertThrows(Fault.class, call).kind());
    }

    private static String kept(String schema) {
        var body = json("{'name': 'p', 'title': 'P', 'type': 'string', " + schema + "}");
        var kept = DefinitionReader.property(body).schema();
        return kept.toString().replace('"', '\'').replace("{'title':'P','type':'string',", "{");
    }

    @Test
    void namespaceIsPrivateAndItsMakersUnlessItSays() {
        var bare = definition("{'namespace': 'n'}").namespace();
        var full = definition("""
            {'namespace': 'n', 'display_name': 'N', 'description': 'd', 'visibility': 'public', 'protected': true,
             'owner': 'p2'}\
            """).namespace();

        assertEquals(Namespace.wanted("n", null, null, Namespace.Visibility.PRIVATE, false, "p1"), bare);
        assertEquals(Namespace.wanted("n", "N", "d", Namespace.Visibility.PUBLIC, true, "p2"), full);
    }

    @Test
    void schemaIsKeptInOneForm() {
        assertEquals("{'default':'5'}", kept("'default': 5"));
        assertEquals("{'default':'True'}", kept("'default': true"));
        assertEquals("{'default':'False'}", kept("'default': false"));
        assertEquals("{'default':'x'}", kept("'default': 'x'"));
        assertEquals("{'minimum':1,'maximum':-2}", kept("'minimum': 1.9, 'maximum': -2.9"));
        assertEquals("{'enum':['a','b'],'operators':['<or>']}", kept("'enum': ['a', 'b'], 'operators': ['<or>']"));
        assertEquals(
                "{'items':{'type':'string','enum':['a']},'uniqueItems':true}",
                kept("'items': {'type': 'string', 'enum': ['a']}, 'uniqueItems': true"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'required': ['a']",
                "'confidential': true",
                "'unknown': 1",
                "'default': []",
                "'default': {}",
                "'enum': [1]",
                "'enum': []",
                "'enum': ['a', 'a']",
                "'operators': [1]",
                "'minLength': -1",
                "'items': {'pattern': 'x'}",
                "'maximum': 1e999999999",
                "'minimum': 'x'",
                "'type': null",
                "'type': 'text'",
                "'name': ''",
                "'title': '\uD83D\uDE00'",
                "'description': null"
            })
    void wrongSchemaIsRefused(String schema) {
        refused(Fault.Kind.INVALID, () -> kept(schema));
    }

    @Test
    void wrongSchemaIsRefusedInANamespaceToo() {
        for (String schema : List.of(
                "{'title': 'P'}",
                "{'type': 'string'}",
                "{'title': 'P', 'type': 'string', 'required': ['a']}",
                "{'title': 'P', 'type': 'string', 'confidential': true}",
                "[]")) {
            refused(Fault.Kind.INVALID, () -> definition("{'namespace': 'n', 'properties': {'p': " + schema + "}}"));
            refused(
                    Fault.Kind.INVALID,
                    () -> definition(
                            "{'namespace': 'n', 'objects': [{'name': 'o', 'properties': {'p': " + schema + "}}]}"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{'namespace': ''}",
                "{'namespace': 7}",
                "{'namespace': 'n', 'more': 1}",
                "{'namespace': 'n', 'visibility': 'shared'}",
                "{'namespace': 'n', 'protected': 'yes'}",
                "{'namespace': 'n', 'owner': null}",
                "{'namespace': 'n', 'objects': [{}]}",
                "{'namespace': 'n', 'objects': [{'name': 'o', 'required': ['a,b']}]}",
                "{'namespace': 'n', 'tags': ['t']}",
                "{'namespace': 'n', 'resource_type_associations': [{'prefix': 'x'}]}"
            })
    void malformedNamespaceIsRefused(String body) {
        refused(Fault.Kind.INVALID, () -> definition(body));
    }

    @Test
    void lengthsAreBounded() {
        String long81 = "n".repeat(81);

        refused(Fault.Kind.INVALID, () -> definition("{'namespace': '" + long81 + "'}"));
        refused(Fault.Kind.INVALID, () -> definition("{'namespace': 'n', 'description': '" + "d".repeat(501) + "'}"));
        refused(Fault.Kind.INVALID, () -> definition("{'namespace': 'n', 'tags': [{'name': '" + long81 + "'}]}"));
        refused(
                Fault.Kind.INVALID,
                () -> definition(
                        "{'namespace': 'n', 'properties': {'" + long81 + "': {'title': 'P', 'type': 'string'}}}"));
        refused(Fault.Kind.INVALID, () -> DefinitionReader.tag(long81));
        refused(Fault.Kind.INVALID, () -> kept("'description': '" + "d".repeat(40_000) + "'"));
        refused(
                Fault.Kind.INVALID,
                () -> DefinitionReader.association(json("{'name': 'T', 'prefix': '" + long81 + "'}")));
    }

    @Test
    void nameThatStandsThereTwiceIsAConflict() {
        refused(Fault.Kind.CONFLICT, () -> definition("{'namespace': 'n', 'objects': [{'name': 'o'}, {'name': 'o'}]}"));
        refused(Fault.Kind.CONFLICT, () -> DefinitionReader.tags(json("{'tags': [{'name': 't'}, {'name': 't'}]}")));
    }

    @Test
    void whatOnlyTheServiceSetsIsForbidden() {
        for (String member : List.of("created_at", "updated_at", "self", "schema")) {
            refused(Fault.Kind.FORBIDDEN, () -> definition("{'namespace': 'n', '" + member + "': 'x'}"));
            refused(Fault.Kind.FORBIDDEN, () -> DefinitionReader.object(json("{'name': 'o', '" + member + "': 'x'}")));
        }
        refused(Fault.Kind.FORBIDDEN, () -> DefinitionReader.tag(json("{'name': 't', 'created_at': 'x'}")));
        refused(Fault.Kind.FORBIDDEN, () -> DefinitionReader.association(json("{'name': 'T', 'updated_at': 'x'}")));
    }

    @Test
    void partsOfAReadNamespaceCanBeSentBack() {
        var echoed = definition("""
            {'namespace': 'n', 'resource_type_associations':
               [{'name': 'T', 'created_at': '2026-11-21T12:00:00Z'}],
             'objects': [{'name': 'o', 'self': '/v2/x', 'schema': '/v2/y', 'properties': {}}]}\
            """);

        assertEquals(List.of(Association.wanted("T", null, null)), echoed.associations());
        assertEquals("o", echoed.objects().get(0).name());
    }

    @Test
    void requiredNamesOfAnObjectAreKeptAsGiven() {
        assertNull(DefinitionReader.object(json("{'name': 'o'}")).required());
        assertEquals(
                List.of(),
                DefinitionReader.object(json("{'name': 'o', 'required': []}")).required());
        assertEquals(
                List.of("b", "a"),
                DefinitionReader.object(json("{'name': 'o', 'required': ['b', 'a']}"))
                        .required());
    }

    @Test
    void manyTagsAreAListAndNothingElse() {
        assertEquals(List.of(), DefinitionReader.tags(json("{'tags': []}")));
        for (String body : List.of(
                "{}",
                "{'tags': {}}",
                "{'tags': ['t']}",
                "{'tags': [{'name': 't', 'more': 1}]}",
                "{'tags': [], 'x': 1}")) {
            refused(Fault.Kind.INVALID, () -> DefinitionReader.tags(json(body)));
        }
    }
}
