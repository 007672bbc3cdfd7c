package io.github.predella.metadefs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.predella.core.Caller;
import io.github.predella.testing.Callers;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is told of the catalogue (notifications, "Events"). */
class MetadefNoticesTest {

    private static final Caller ADMINISTRATOR = Callers.admin("p1");

    private static final List<String> SCHEMA = List.of(
            "type",
            "title",
            "description",
            "default",
            "minimum",
            "maximum",
            "enum",
            "pattern",
            "minLength",
            "maxLength",
            "confidential",
            "items",
            "uniqueItems",
            "minItems",
            "maxItems",
            "additionalItems");

    private static final List<String> TIMES = List.of("created_at", "updated_at");
    private static final List<String> ENDS = List.of("deleted", "deleted_at");

    private final CatalogueFixture catalogue = new CatalogueFixture();

    MetadefNoticesTest() {
        var namespace = Namespace.wanted("N", "Name", "what", Namespace.Visibility.PUBLIC, false, "p1");
        catalogue.namespaces.create(
                ADMINISTRATOR,
                new Definition(
                        namespace,
                        List.of(Association.wanted("OS::Nova::Flavor", "hw:", null)),
                        List.of(MetaObject.wanted(
                                "O",
                                null,
                                List.of("a"),
                                CatalogueFixture.json("{'a': {'type': 'integer', 'minimum': 0}}"))),
                        List.of(MetaProperty.wanted("P", CatalogueFixture.json("{'type': 'string', 'title': 'T'}"))),
                        List.of(MetaTag.wanted("T"))));
    }

    private static List<String> keys(List<String> first, List<List<String>> more) {
        var all = new ArrayList<>(first);
        more.forEach(all::addAll);
        return all;
    }

    private List<String> told(String eventType) {
        return List.copyOf(catalogue.told.last(eventType).keySet());
    }

    @Test
    void namespaceAndAllThatIsInItIsTold() {
        assertEquals(
                List.of(
                        "metadef_namespace.create",
                        "metadef_resource_type.create",
                        "metadef_object.create",
                        "metadef_property.create",
                        "metadef_tag.create"),
                catalogue.told.types());
        assertEquals(
                keys(
                        List.of(
                                "namespace",
                                "namespace_old",
                                "display_name",
                                "protected",
                                "visibility",
                                "owner",
                                "description"),
                        List.of(TIMES, ENDS)),
                told("metadef_namespace.create"));
        assertEquals(
                keys(
                        List.of("namespace", "name", "name_old", "properties", "required", "description"),
                        List.of(TIMES, ENDS)),
                told("metadef_object.create"));
        assertEquals(
                keys(List.of("namespace", "name", "name_old"), List.of(SCHEMA, ENDS)), told("metadef_property.create"));
        assertEquals(
                keys(List.of("namespace", "name", "name_old", "prefix", "properties_target"), List.of(TIMES, ENDS)),
                told("metadef_resource_type.create"));
        assertEquals(keys(List.of("namespace", "name", "name_old"), List.of(TIMES, ENDS)), told("metadef_tag.create"));
    }

    @Test
    void valuesOfPropertiesAreTheRealOnes() {
        var property = catalogue
                .told
                .last("metadef_object.create")
                .getJsonArray("properties")
                .getJsonObject(0);

        assertEquals(Stream.concat(Stream.of("name"), SCHEMA.stream()).toList(), List.copyOf(property.keySet()));
        assertEquals(0, property.getInt("minimum"));
        assertTrue(property.isNull("maximum"));
    }

    @Test
    void formerNamesAreTold() {
        catalogue.tags.replace(ADMINISTRATOR, "N", "T", MetaTag.wanted("U"));
        var wanted = Namespace.wanted("M", "Name", "what", Namespace.Visibility.PUBLIC, false, "p1");
        catalogue.namespaces.replace(ADMINISTRATOR, "N", wanted);

        assertEquals("T", catalogue.told.last("metadef_tag.update").getString("name_old"));
        assertEquals("U", catalogue.told.last("metadef_tag.update").getString("name"));
        assertEquals("N", catalogue.told.last("metadef_namespace.update").getString("namespace_old"));
    }

    @Test
    void endsAreTold() {
        catalogue.types.dissociate(ADMINISTRATOR, "N", "OS::Nova::Flavor");
        catalogue.objects.remove(ADMINISTRATOR, "N", "O");
        catalogue.properties.removeAll(ADMINISTRATOR, "N");
        catalogue.tags.addAll(ADMINISTRATOR, "N", List.of(MetaTag.wanted("A"), MetaTag.wanted("B")), false);
        catalogue.namespaces.delete(ADMINISTRATOR, "N");

        assertEquals(
                List.of(
                        "metadef_resource_type.delete",
                        "metadef_object.delete",
                        "metadef_namespace.delete_properties",
                        "metadef_namespace.delete_tags",
                        "metadef_tag.create",
                        "metadef_tag.create",
                        "metadef_namespace.delete"),
                catalogue.told.types().subList(5, 12));
        assertTrue(catalogue.told.last("metadef_namespace.delete").getBoolean("deleted"));
        assertTrue(catalogue.told.last("metadef_object.delete").getBoolean("deleted"));
    }
}
