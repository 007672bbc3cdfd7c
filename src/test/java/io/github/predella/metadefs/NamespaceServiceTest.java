package io.github.predella.metadefs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.predella.core.Caller;
import io.github.predella.core.Fault;
import io.github.predella.core.PageRequest;
import io.github.predella.metadefs.Namespace.Visibility;
import io.github.predella.testing.Callers;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** What callers may do with namespaces, and what comes of it. */
class NamespaceServiceTest {

    private static final String WHOLE = """
        {'namespace': 'whole', 'visibility': 'public',
         'resource_type_associations': [{'name': 'Image', 'prefix': 'hw_'}, {'name': 'Flavor'}],
         'objects': [{'name': 'o', 'required': ['p'], 'properties': {'p': {'title': 'P', 'type': 'string'}}}],
         'properties': {'q': {'title': 'Q', 'type': 'integer'}},
         'tags': [{'name': 't'}]}\
        """;

    private final CatalogueFixture catalogue = new CatalogueFixture();
    private final Caller admin = Callers.admin("p9");
    private final Caller reader = Callers.reader("p1");

    private static void refused(Fault.Kind kind, Executable call) {
        assertEquals(kind, assertThrows(Fault.class, call).kind());
    }

    @Test
    void administratorMakesAWholeNamespace() {
        var made = catalogue.namespaces.create(admin, CatalogueFixture.definition(WHOLE));

        var shown = catalogue.namespaces.show(reader, "whole", null);
        assertEquals(made, shown);
        assertEquals("p1", shown.namespace().owner());
        assertEquals(
                List.of("Image", "Flavor"),
                shown.associations().stream().map(Association::type).toList());
        assertEquals(List.of("t"), shown.tags().stream().map(MetaTag::name).toList());
    }

    @Test
    void takenNameChangesNothing() {
        catalogue.store("{'namespace': 'n', 'description': 'first'}");

        refused(
                Fault.Kind.CONFLICT,
                () -> catalogue.namespaces.create(admin, CatalogueFixture.definition("{'namespace': 'n'}")));
        assertEquals(
                "first", catalogue.namespaces.show(admin, "n", null).namespace().description());
    }

    @Test
    void namesArePrefixedForATypeThatTheNamespaceIsFor() {
        catalogue.store(WHOLE);

        var onImages = catalogue.namespaces.show(reader, "whole", "Image");

        assertEquals("hw_q", onImages.properties().get(0).name());
        assertEquals(List.of("hw_p"), onImages.objects().get(0).required());
        assertEquals("[hw_p]", onImages.objects().get(0).properties().keySet().toString());
        var plain = catalogue.namespaces.show(reader, "whole", null);
        assertEquals(plain, catalogue.namespaces.show(reader, "whole", "Flavor"));
        assertEquals(plain, catalogue.namespaces.show(reader, "whole", "Volume"));
    }

    @Test
    void replacingSetsWhatIsNotSaidBackAndKeepsTheParts() {
        catalogue.store(WHOLE);
        catalogue.clock.advance(Duration.ofMinutes(1));

        var replaced = catalogue.namespaces.replace(
                admin, "whole", DefinitionReader.namespace(CatalogueFixture.json("{'namespace': 'new'}"), "p9"));

        var shown = catalogue.namespaces.show(admin, "new", null);
        assertEquals(replaced, shown.namespace());
        assertEquals(Visibility.PRIVATE, replaced.visibility());
        assertEquals("p9", replaced.owner());
        assertNull(replaced.description());
        assertEquals(catalogue.clock.instant(), replaced.updatedAt());
        assertEquals(1, shown.objects().size());
        refused(Fault.Kind.NOT_FOUND, () -> catalogue.namespaces.show(admin, "whole", null));
    }

    @Test
    void takenNameIsNoNewName() {
        catalogue.store("{'namespace': 'one'}");
        var other = catalogue.store("{'namespace': 'other'}").namespace();

        refused(Fault.Kind.CONFLICT, () -> catalogue.namespaces.replace(admin, "one", other));
        assertEquals(2, catalogue.definitions.names().size());
    }

    @Test
    void protectedNamespaceIsKeptUntilItIsNotProtected() {
        catalogue.store("{'namespace': 'n', 'protected': true}");

        refused(Fault.Kind.FORBIDDEN, () -> catalogue.namespaces.delete(admin, "n"));
        catalogue.namespaces.replace(
                admin, "n", DefinitionReader.namespace(CatalogueFixture.json("{'namespace': 'n'}"), "p9"));
        catalogue.namespaces.delete(admin, "n");

        assertTrue(catalogue.definitions.names().isEmpty());
    }

    @Test
    void privateNamespaceIsNotThereForOthers() {
        catalogue.store("{'namespace': 'n', 'visibility': 'private'}");

        assertEquals(
                "n", catalogue.namespaces.show(reader, "n", null).namespace().name());
        assertEquals(
                "n", catalogue.namespaces.show(admin, "n", null).namespace().name());
        for (Caller other : List.of(Callers.member("p2"), Callers.inProject("p1", "gardener"), Callers.anonymous())) {
            refused(Fault.Kind.NOT_FOUND, () -> catalogue.namespaces.show(other, "n", null));
            refused(Fault.Kind.NOT_FOUND, () -> catalogue.namespaces.delete(other, "n"));
        }
    }

    @Test
    void onlyAdministratorsWrite() {
        catalogue.store("{'namespace': 'n', 'visibility': 'public'}");
        var wanted = CatalogueFixture.definition("{'namespace': 'm'}");

        refused(Fault.Kind.FORBIDDEN, () -> catalogue.namespaces.create(Callers.member("p1"), wanted));
        refused(Fault.Kind.NOT_FOUND, () -> catalogue.namespaces.create(Callers.inProject("p1", "gardener"), wanted));
        refused(Fault.Kind.FORBIDDEN, () -> catalogue.namespaces.create(Callers.anonymous(), wanted));
        refused(Fault.Kind.FORBIDDEN, () -> catalogue.namespaces.delete(Callers.member("p2"), "n"));
        refused(
                Fault.Kind.FORBIDDEN,
                () -> catalogue.namespaces.replace(Callers.member("p2"), "n", wanted.namespace()));
        assertEquals(List.of("n"), catalogue.definitions.names());
    }

    @Test
    void listIsForWhoeverReads() {
        catalogue.store("{'namespace': 'a', 'visibility': 'public'}");
        catalogue.store("{'namespace': 'b', 'visibility': 'private'}");
        var query =
                new NamespaceQuery(null, List.of(), NamespaceQuery.SortKey.NAMESPACE, true, new PageRequest(10, null));

        assertEquals(2, catalogue.namespaces.list(reader, query).items().size());
        assertEquals(
                1,
                catalogue.namespaces.list(Callers.reader("p2"), query).items().size());
        refused(Fault.Kind.NOT_FOUND, () -> catalogue.namespaces.list(Callers.inProject("p1", "gardener"), query));
    }

    @Test
    void nameThatNoDatabaseHoldsIsNotFound() {
        refused(Fault.Kind.NOT_FOUND, () -> catalogue.namespaces.show(admin, "\0", null));
        refused(Fault.Kind.NOT_FOUND, () -> catalogue.namespaces.show(admin, "\uD83D\uDE00", null));
    }

    @Test
    void namespacesForATypeAreOfferedUnderTheNamesThatItHas() {
        catalogue.store(WHOLE);
        catalogue.store("{'namespace': 'for volumes', 'visibility': 'public',"
                + " 'resource_type_associations': [{'name': 'Volume'}]}");
        catalogue.store(
                "{'namespace': 'hidden', 'owner': 'p2'," + " 'resource_type_associations': [{'name': 'Image'}]}");

        var offered = catalogue.namespaces.offered(reader, "Image");

        assertEquals(
                List.of("whole"),
                offered.stream().map(one -> one.namespace().name()).toList());
        assertEquals("hw_q", offered.get(0).properties().get(0).name());
        assertEquals(
                "[hw_p]", offered.get(0).objects().get(0).properties().keySet().toString());
        assertEquals(List.of(), catalogue.namespaces.offered(Callers.anonymous(), "Image"));
    }

    @Test
    void rightsAreThoseOfTheRules() {
        var whole = catalogue.store(WHOLE).namespace();

        var ofReader = catalogue.namespaces.rights(reader, whole);

        assertTrue(ofReader.contains(MetadefPermission.GET_METADEF_PROPERTIES));
        assertFalse(ofReader.contains(MetadefPermission.MODIFY_METADEF_PROPERTY));
        assertTrue(catalogue.namespaces.rights(admin, whole).contains(MetadefPermission.DELETE_METADEF_NAMESPACE));
        assertTrue(catalogue.namespaces.may(admin, MetadefPermission.ADD_METADEF_NAMESPACE));
        assertFalse(catalogue.namespaces.may(reader, MetadefPermission.ADD_METADEF_NAMESPACE));
    }
}
