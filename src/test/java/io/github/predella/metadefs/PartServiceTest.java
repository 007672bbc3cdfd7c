package io.github.predella.metadefs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.predella.core.Caller;
import io.github.predella.core.Fault;
import io.github.predella.testing.Callers;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Objects, properties, tags and types of resources of a namespace, on behalf of callers. */
class PartServiceTest {

    private final CatalogueFixture catalogue = new CatalogueFixture();
    private final Caller admin = Callers.admin("p9");
    private final Caller member = Callers.member("p2");

    private static void refused(Fault.Kind kind, Executable call) {
        assertEquals(kind, assertThrows(Fault.class, call).kind());
    }

    @BeforeEach
    void fill() {
        catalogue.store("""
            {'namespace': 'open', 'visibility': 'public', 'tags': [{'name': 'a'}, {'name': 'b'}],
             'resource_type_associations': [{'name': 'Image', 'prefix': 'hw_'}, {'name': 'Volume'}],
             'objects': [{'name': 'o'}], 'properties': {'p': {'title': 'P', 'type': 'string'}}}\
            """);
        catalogue.store("""
            {'namespace': 'kept', 'visibility': 'public', 'protected': true, 'tags': [{'name': 'a'}],
             'resource_type_associations': [{'name': 'Image'}],
             'objects': [{'name': 'o'}], 'properties': {'p': {'title': 'P', 'type': 'string'}}}\
            """);
        catalogue.store("{'namespace': 'hidden', 'tags': [{'name': 'a'}]}");
    }

    private List<String> tags(String namespace) {
        return catalogue.tags.list(admin, namespace, PartQuery.ALL).stream()
                .map(MetaTag::name)
                .toList();
    }

    private static List<MetaTag> wanted(String... names) {
        return Arrays.stream(names).map(MetaTag::wanted).toList();
    }

    @Test
    void everybodyWhoReadsSeesWhatIsPublic() {
        assertEquals(1, catalogue.objects.list(member, "open", PartQuery.ALL).size());
        assertEquals("p", catalogue.properties.get(member, "open", "p").name());
        assertEquals("a", catalogue.tags.get(member, "open", "a").name());
        assertEquals(2, catalogue.types.associations(member, "open").size());
        assertEquals(2, catalogue.types.types(member).size());
        refused(Fault.Kind.NOT_FOUND, () -> catalogue.tags.list(member, "hidden", PartQuery.ALL));
        refused(Fault.Kind.NOT_FOUND, () -> catalogue.types.types(Callers.inProject("p2", "gardener")));
    }

    @Test
    void onlyAdministratorsWrite() {
        refused(Fault.Kind.FORBIDDEN, () -> catalogue.tags.add(member, "open", MetaTag.wanted("c")));
        refused(Fault.Kind.FORBIDDEN, () -> catalogue.tags.addAll(member, "open", wanted("c"), true));
        refused(Fault.Kind.FORBIDDEN, () -> catalogue.tags.remove(member, "open", "a"));
        refused(Fault.Kind.FORBIDDEN, () -> catalogue.tags.removeAll(member, "open"));
        refused(Fault.Kind.FORBIDDEN, () -> catalogue.tags.replace(member, "open", "a", MetaTag.wanted("c")));
        refused(
                Fault.Kind.FORBIDDEN,
                () -> catalogue.types.associate(member, "open", Association.wanted("X", null, null)));
        refused(Fault.Kind.FORBIDDEN, () -> catalogue.types.dissociate(member, "open", "Image"));
        refused(Fault.Kind.NOT_FOUND, () -> catalogue.tags.remove(member, "hidden", "a"));
        assertEquals(List.of("a", "b"), tags("open"));
    }

    @Test
    void nothingOfAProtectedNamespaceIsDeleted() {
        for (Executable deletion : List.<Executable>of(
                () -> catalogue.objects.remove(admin, "kept", "o"),
                () -> catalogue.properties.remove(admin, "kept", "p"),
                () -> catalogue.tags.remove(admin, "kept", "a"),
                () -> catalogue.objects.removeAll(admin, "kept"),
                () -> catalogue.properties.removeAll(admin, "kept"),
                () -> catalogue.tags.removeAll(admin, "kept"),
                () -> catalogue.types.dissociate(admin, "kept", "Image"))) {
            refused(Fault.Kind.FORBIDDEN, deletion);
        }
        assertEquals("o", catalogue.objects.get(admin, "kept", "o").name());
        assertEquals("p", catalogue.properties.get(admin, "kept", "p").name());
        assertEquals(List.of("a"), tags("kept"));
    }

    @Test
    void partsAreMadeOnceReplacedAndDeleted() {
        var object = MetaObject.wanted("new", "d", null, CatalogueContract.schema("x"));
        catalogue.objects.add(admin, "open", object);

        refused(Fault.Kind.CONFLICT, () -> catalogue.objects.add(admin, "open", object));
        refused(Fault.Kind.CONFLICT, () -> catalogue.objects.replace(admin, "open", "o", object));
        refused(Fault.Kind.NOT_FOUND, () -> catalogue.objects.replace(admin, "open", "none", object));
        var renamed = catalogue.objects.replace(
                admin, "open", "new", MetaObject.wanted("newer", null, null, CatalogueContract.schema("y")));
        catalogue.objects.remove(admin, "open", "o");

        assertEquals(List.of(renamed), catalogue.objects.list(admin, "open", PartQuery.ALL));
        assertEquals(catalogue.clock.instant(), renamed.updatedAt());
        refused(Fault.Kind.NOT_FOUND, () -> catalogue.objects.remove(admin, "open", "o"));
    }

    @Test
    void tagsAreReplacedOrAppendedAllOrNone() {
        catalogue.tags.addAll(admin, "open", wanted("c", "d"), true);
        assertEquals(List.of("a", "b", "c", "d"), tags("open"));

        catalogue.tags.addAll(admin, "open", wanted(), false);
        assertEquals(List.of("a", "b", "c", "d"), tags("open"));

        catalogue.tags.addAll(admin, "open", wanted("b", "e"), false);
        assertEquals(List.of("b", "e"), tags("open"));
        refused(Fault.Kind.CONFLICT, () -> catalogue.tags.addAll(admin, "open", wanted("e"), true));
    }

    @Test
    void propertyIsFoundByTheNameThatATypeGivesIt() {
        assertEquals(
                "p", catalogue.properties.get(member, "open", "hw_p", "Image").name());
        assertEquals(
                "p", catalogue.properties.get(member, "open", "p", "Volume").name());
        refused(Fault.Kind.NOT_FOUND, () -> catalogue.properties.get(member, "open", "p", "Image"));
        refused(Fault.Kind.NOT_FOUND, () -> catalogue.properties.get(member, "open", "p", "Server"));
    }

    @Test
    void typeIsAssociatedOnce() {
        var wanted = Association.wanted("Server", null, "metadata");
        catalogue.types.associate(admin, "open", wanted);

        refused(Fault.Kind.CONFLICT, () -> catalogue.types.associate(admin, "open", wanted));
        catalogue.types.dissociate(admin, "open", "Server");
        refused(Fault.Kind.NOT_FOUND, () -> catalogue.types.dissociate(admin, "open", "Server"));

        assertEquals(
                List.of("Image", "Server", "Volume"),
                catalogue.types.types(admin).stream().map(ResourceType::name).toList());
    }

    @Test
    void nameThatNoDatabaseHoldsIsNotFound() {
        refused(Fault.Kind.NOT_FOUND, () -> catalogue.tags.get(admin, "open", "\0"));
    }
}
