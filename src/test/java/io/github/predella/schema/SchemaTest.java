package io.github.predella.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SchemaTest {

    private final Schema image = Schema.document("image")
            .link("self", "{self}")
            .link("describedby", "{schema}")
            .additional(Schema.string())
            .property("id", Schema.string().says("The id").pattern("^[0-9a-f]+$"))
            .property("name", Schema.string().orNull().maxLength(255).says("The name"))
            .property("disk_format", Schema.string().orNull().oneOf(List.of("raw", "qcow2")))
            .property(
                    "status", Schema.string().oneOf(List.of("queued", "active")).readOnly())
            .property("tags", Schema.array(Schema.string().maxLength(255)))
            .property("min_ram", Schema.integer().minimum(0).maximum(2147483647));

    @Test
    void aDocumentIsRenderedInTheOrderOfItsPropertiesWithLinksLast() {
        JsonObject document = image.toJson();

        String published = """
                {"name":"image","properties":{\
                "id":{"type":"string","description":"The id","pattern":"^[0-9a-f]+$"},\
                "name":{"type":["null","string"],"maxLength":255,"description":"The name"},\
                "disk_format":{"type":["null","string"],"enum":[null,"raw","qcow2"]},\
                "status":{"type":"string","enum":["queued","active"],"readOnly":true},\
                "tags":{"type":"array","items":{"type":"string","maxLength":255}},\
                "min_ram":{"type":"integer","minimum":0,"maximum":2147483647}},\
                "additionalProperties":{"type":"string"},\
                "links":[{"rel":"self","href":"{self}"},{"rel":"describedby","href":"{schema}"}]}""";
        assertEquals(published, document.toString());
    }

    @Test
    void nullComesFirstWhicheverIsSaidFirst() {
        Schema one = Schema.string().orNull().oneOf(List.of("a"));
        Schema other = Schema.string().oneOf(List.of("a")).orNull();

        assertEquals(
                "{\"type\":[\"null\",\"string\"],\"enum\":[null,\"a\"]}",
                one.toJson().toString());
        assertEquals(one.toJson(), other.toJson());
    }

    @Test
    void definitionsStandBesideTheListAndNotInItsItems() {
        Schema item = Schema.document("tag")
                .define("positive", Schema.integer().minimum(0))
                .property("size", Schema.allOf(Schema.reference("positive"), Schema.of(object("{\"default\":0}"))))
                .additional(false)
                .require(List.of("size"))
                .dependency("size", List.of("unit"));

        JsonObject list = Schema.collection("tags", item, true).toJson();

        assertEquals(List.of("name", "properties", "definitions", "links"), List.copyOf(list.keySet()));
        assertEquals(
                List.of("tags", "first", "next", "schema"),
                List.copyOf(list.getJsonObject("properties").keySet()));
        JsonObject items =
                list.getJsonObject("properties").getJsonObject("tags").getJsonObject("items");
        assertEquals(
                List.of("name", "properties", "dependencies", "additionalProperties", "required"),
                List.copyOf(items.keySet()));
        assertEquals(
                "[{\"rel\":\"first\",\"href\":\"{first}\"},{\"rel\":\"next\",\"href\":\"{next}\"},"
                        + "{\"rel\":\"describedby\",\"href\":\"{schema}\"}]",
                list.get("links").toString());
    }

    @Test
    void theMinimalFormHasNeitherLinksNorFurtherProperties() {
        JsonObject minimal =
                Schema.collection("images", image.minimal(), false).minimal().toJson();

        assertEquals(List.of("name", "properties"), List.copyOf(minimal.keySet()));
        JsonObject items =
                minimal.getJsonObject("properties").getJsonObject("images").getJsonObject("items");
        assertEquals(List.of("name", "properties"), List.copyOf(items.keySet()));
        assertEquals(
                List.of("images", "schema"),
                List.copyOf(minimal.getJsonObject("properties").keySet()));
    }

    @Test
    void propertiesOfTheOperatorComeLastAndAreMarked() {
        CustomProperties custom = CustomProperties.of(object("{\"os_distro\":{\"type\":\"string\"},\"name\":"
                + image.toJson().getJsonObject("properties").get("name") + "}"));

        Schema merged = image.merge(custom);

        assertEquals(
                "os_distro", merged.propertyNames().get(merged.propertyNames().size() - 1));
        JsonObject properties = merged.toJson().getJsonObject("properties");
        assertEquals(
                "{\"type\":\"string\",\"is_base\":false}",
                properties.get("os_distro").toString());
        assertEquals(image.toJson().getJsonObject("properties").get("name"), properties.get("name"));
        assertTrue(!merged.toJson().containsKey("required"));
    }

    @Test
    void theDividedFormMayRequireProperties() {
        CustomProperties custom = CustomProperties.of(
                object("{\"properties\":{\"cost\":{\"type\":\"string\"}},\"required\":[\"cost\",\"name\"]}"));
        CustomProperties nothingRequired = CustomProperties.of(object("{\"properties\":{},\"required\":[]}"));

        JsonObject merged = image.merge(custom).toJson();

        assertEquals("[\"cost\",\"name\"]", merged.get("required").toString());
        assertEquals(image.toJson(), image.merge(nothingRequired).toJson());
    }

    @Test
    void aPropertyOfTheServiceCannotBeDefinedDifferently() {
        var custom = new CustomProperties(Map.of("name", Schema.string()), List.of());

        var refusal = assertThrows(SchemaProblem.class, () -> image.merge(custom));

        assertTrue(refusal.getMessage().contains("\"name\""), refusal.getMessage());
    }

    @Test
    void addingToASchemaLeavesItAsItWas() {
        JsonValue before = image.toJson();

        Schema more = image.property("more", Schema.bool()).require(List.of("id"));

        assertEquals(before, image.toJson());
        assertEquals(image.propertyNames().size() + 1, more.propertyNames().size());
    }

    private static JsonObject object(String text) {
        try (var reader = Json.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }
}
