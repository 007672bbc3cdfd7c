package io.github.predella.images.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.predella.core.Page;
import io.github.predella.images.Image;
import io.github.predella.images.ImageContent;
import io.github.predella.images.ImageSettings;
import io.github.predella.images.LedgerFixture;
import io.github.predella.images.Member;
import io.github.predella.images.ReadableCopies;
import io.github.predella.rest.PageLinks;
import io.github.predella.rest.QueryString;
import io.github.predella.testing.Images;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonGenerator;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What goes over the wire: bodies, links and the published documents. */
class ImageJsonTest {

    private static final List<String> ATTRIBUTES = List.of(
            "name",
            "disk_format",
            "container_format",
            "visibility",
            "size",
            "virtual_size",
            "status",
            "checksum",
            "protected",
            "min_ram",
            "min_disk",
            "owner",
            "os_hidden",
            "os_hash_algo",
            "os_hash_value",
            "id",
            "created_at",
            "updated_at");

    private final LedgerFixture ledger = new LedgerFixture();

    private static JsonObject written(Consumer<JsonGenerator> content) {
        var text = new StringWriter();
        try (var json = Json.createGenerator(text)) {
            content.accept(json);
        }
        try (var reader = Json.createReader(new StringReader(text.toString()))) {
            return reader.readObject();
        }
    }

    private JsonObject body(Image image, boolean showDirectUrl) {
        var settings = LedgerFixture.SETTINGS;
        var changed = new ImageSettings(
                settings.diskFormats(),
                settings.containerFormats(),
                settings.propertyQuota(),
                settings.tagQuota(),
                settings.memberQuota(),
                settings.pageSize(),
                settings.maxPageSize(),
                showDirectUrl,
                false,
                settings.locationQuota());
        var json = new ImageJson(changed, ledger.registry, new ReadableCopies(ledger.registry));
        return written(out -> json.write(out, image));
    }

    @Test
    void customPropertiesComeFirstThenTheAttributesInTheirOrder() {
        var image = Images.queued()
                .with("os_distro", "debian")
                .with("a", "")
                .tagged("t")
                .done();

        var keys = List.copyOf(body(image, true).keySet());

        var expected = new ArrayList<>(List.of("os_distro", "a"));
        expected.addAll(ATTRIBUTES);
        expected.addAll(List.of("tags", "self", "file", "schema"));
        assertEquals(expected, keys);
    }

    @Test
    void whatIsUnknownIsNull() {
        var body = body(Images.queued().formats(null, null).ownedBy(null).done(), false);

        for (String key : List.of("name", "disk_format", "container_format", "size", "checksum", "owner")) {
            assertEquals(JsonValue.NULL, body.get(key), key);
        }
        assertEquals("queued", body.getString("status"));
        assertEquals("shared", body.getString("visibility"));
        assertEquals("2026-01-01T12:00:00Z", body.getString("created_at"));
        assertEquals(JsonArray.EMPTY_JSON_ARRAY, body.getJsonArray("tags"));
        assertEquals("/v2/images/" + body.getString("id") + "/file", body.getString("file"));
    }

    @Test
    void whereTheDataIsComesInReadingOrder() {
        var image = ledger.store(Images.active()
                .content(new ImageContent(5L, 50L, "c", "sha512", "d"))
                .storedIn("slow", "memory://slow/x")
                .storedIn("fast", "memory://fast/x")
                .storedIn("nowhere", "memory://slow/y"));

        var open = body(image, true);
        var closed = body(image, false);

        assertEquals("memory://fast/x", open.getString("direct_url"));
        assertEquals("fast,slow,slow", open.getString("stores"));
        assertFalse(closed.containsKey("direct_url"));
        assertEquals(
                List.of("updated_at", "direct_url", "tags", "self", "file", "schema", "stores"),
                List.copyOf(open.keySet()).subList(17, 24));
    }

    @Test
    void notesForOtherNodesStayInside() {
        var image = Images.queued()
                .with("os_glance_stage_host", "x")
                .with("os_glance_hash_op_host", "x")
                .with("os_glance_failed_import", "")
                .done();

        var keys = body(image, false).keySet();

        assertTrue(keys.contains("os_glance_failed_import"));
        assertFalse(keys.contains("os_glance_stage_host") || keys.contains("os_glance_hash_op_host"));
    }

    @Test
    void aMemberIsWrittenWhole() {
        var member = new Member("i", "p2", Member.Status.ACCEPTED, Images.NOON, Images.NOON.plusSeconds(1));

        var body = written(json -> MemberJson.write(json, member));

        assertEquals(Set.of("created_at", "image_id", "member_id", "schema", "status", "updated_at"), body.keySet());
        assertEquals("p2", body.getString("member_id"));
        assertEquals("2026-01-01T12:00:01Z", body.getString("updated_at"));
    }

    private static JsonObject links(String query, Page<String> page) {
        return written(json -> {
            json.writeStartObject();
            PageLinks.write(json, "/v2/images", QueryString.parse(query), page, id -> id, "/v2/schemas/images");
            json.writeEnd();
        });
    }

    @Test
    void linksRepeatWhatWasAsked() {
        var links = links("tag=a&limit=2&tag=b&marker=m&name=in:x,y", new Page<>(List.of("1", "2"), true));

        assertEquals("/v2/images?tag=a&limit=2&tag=b&name=in%3Ax%2Cy", links.getString("first"));
        assertEquals("/v2/images?tag=a&limit=2&tag=b&name=in%3Ax%2Cy&marker=2", links.getString("next"));
        assertEquals(List.of("first", "schema", "next"), List.copyOf(links.keySet()));
    }

    @Test
    void theLastPageHasNoNextOne() {
        assertFalse(links(null, new Page<>(List.of("1"), false)).containsKey("next"));
        assertFalse(links(null, new Page<>(List.<String>of(), true)).containsKey("next"));
        assertEquals(
                "/v2/images", links("marker=x", new Page<>(List.of("1"), false)).getString("first"));
    }

    @Test
    void theDocumentOfAnImageHasItsPropertiesInOrder() {
        var document = ledger.schema.image();
        var properties = document.getJsonObject("properties");

        assertEquals(List.of("name", "properties", "additionalProperties", "links"), List.copyOf(document.keySet()));
        assertEquals(
                List.of("id,name,status,visibility,protected,os_hidden,checksum,os_hash_algo,os_hash_value,owner,size,"
                        .concat("virtual_size,container_format,disk_format,created_at,updated_at,tags,")
                        .concat("direct_url,min_ram,min_disk,self,file,stores,schema,locations")
                        .split(",", -1)),
                List.copyOf(properties.keySet()).subList(0, 25));
        assertEquals(Map.of("type", Json.createValue("string")), document.getJsonObject("additionalProperties"));
    }

    @Test
    void theDocumentTellsWhatOnlyTheServiceSets() {
        var open = new TreeSet<String>();
        ledger.schema.image().getJsonObject("properties").forEach((name, property) -> {
            if (!property.asJsonObject().getBoolean("readOnly", false)
                    && !property.asJsonObject().containsKey("is_base")) {
                open.add(name);
            }
        });

        assertEquals(
                Set.of(
                        "id",
                        "name",
                        "visibility",
                        "protected",
                        "os_hidden",
                        "owner",
                        "container_format",
                        "disk_format",
                        "tags",
                        "min_ram",
                        "min_disk",
                        "locations"),
                open);
    }

    @Test
    void everyPropertyOfEveryDocumentIsDescribed() {
        for (JsonObject document : List.of(
                ledger.schema.image(), ledger.schema.images(), ledger.schema.member(), ledger.schema.members())) {
            document.getJsonObject("properties").forEach((name, property) -> {
                var described = property.asJsonObject().containsKey("description")
                        || property.asJsonObject().containsKey("items");
                assertTrue(described, name);
            });
        }
    }

    @Test
    void formatsMayBeMissing() {
        var format = ledger.schema.image().getJsonObject("properties").getJsonObject("disk_format");

        assertEquals(Json.createArrayBuilder(List.of("null", "string")).build(), format.getJsonArray("type"));
        assertEquals(JsonValue.NULL, format.getJsonArray("enum").get(0));
        assertEquals(
                List.of("ami", "qcow2", "raw"),
                format.getJsonArray("enum").stream()
                        .skip(1)
                        .map(value -> ((jakarta.json.JsonString) value).getString())
                        .toList());
    }

    @Test
    void knownCustomPropertiesAreMarkedAsNotOurs() {
        var kernel = ledger.schema.image().getJsonObject("properties").getJsonObject("kernel_id");

        assertFalse(kernel.getBoolean("is_base", true));
    }

    @Test
    void listsAndMembersHaveTheirDocuments() {
        var images = ledger.schema.images();
        var members = ledger.schema.members();

        assertEquals(
                Set.of("images", "first", "next", "schema"),
                images.getJsonObject("properties").keySet());
        assertEquals(3, images.getJsonArray("links").size());
        assertEquals(
                Set.of("members", "schema"), members.getJsonObject("properties").keySet());
        assertEquals(1, members.getJsonArray("links").size());
        assertFalse(ledger.schema.member().containsKey("links"));
        assertFalse(ledger.schema.member().containsKey("additionalProperties"));
    }
}
