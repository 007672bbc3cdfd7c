package io.github.predella.images;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.predella.core.Fault;
import io.github.predella.testing.Callers;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImageDraftTest {

    private final LedgerFixture ledger = new LedgerFixture();

    private static JsonObject json(String text) {
        try (var reader = Json.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }

    private ImageDraft draft(String body) {
        return ImageDraft.of(json(body), ledger.schema);
    }

    @Test
    void everythingThatCanBeSaidIsRead() {
        var draft = draft("""
                {"id":"11111111-1111-4111-8111-111111111111","name":"n","visibility":"private","protected":true,
                 "os_hidden":true,"owner":"p7","disk_format":"raw","container_format":"ovf","min_disk":1,"min_ram":2,
                 "tags":["a","b","a"],"os_distro":"debian","kernel_id":null}""");

        assertEquals("11111111-1111-4111-8111-111111111111", draft.id());
        assertEquals(3, draft.tagCount());
        assertEquals(
                new ImageDetails(
                        "n",
                        Image.Visibility.PRIVATE,
                        true,
                        true,
                        "p7",
                        "raw",
                        "ovf",
                        1,
                        2,
                        Set.of("a", "b"),
                        Map.of("os_distro", "debian", "kernel_id", "")),
                draft.detailsFor("p1"));
    }

    @Test
    void whoeverNamesNoOwnerIsIt() {
        assertEquals("p1", draft("{}").detailsFor("p1").owner());
        assertEquals(null, draft("{\"owner\":null}").detailsFor("p1").owner());
        assertEquals(null, draft("{\"owner\":\"\"}").detailsFor("p1").owner());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"direct_url\":\"x\"}",
                "{\"self\":\"x\"}",
                "{\"file\":\"x\"}",
                "{\"schema\":\"x\"}",
                "{\"stores\":\"x\"}",
                "{\"location\":\"x\"}",
                "{\"deleted\":\"x\"}",
                "{\"deleted_at\":\"x\"}",
                "{\"os_glance_anything\":\"x\"}"
            })
    void reservedNamesAreRefused(String body) {
        assertEquals(
                Fault.Kind.FORBIDDEN,
                assertThrows(Fault.class, () -> draft(body)).kind());
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "status, \"active\"",
                "checksum, \"x\"",
                "size, 5",
                "virtual_size, 5",
                "created_at, \"x\"",
                "updated_at, \"x\"",
                "os_hash_algo, \"sha512\"",
                "os_hash_value, \"x\"",
                "locations, []"
            })
    void whatOnlyTheServiceSetsIsRefused(String name, String value) {
        var draft = draft("{\"" + name + "\":" + value + "}");

        var refusal = assertThrows(Fault.class, () -> ledger.images.create(Callers.admin("p1"), draft));

        assertEquals(Fault.Kind.FORBIDDEN, refusal.kind());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"id\":\"x\"}",
                "{\"id\":null}",
                "{\"name\":5}",
                "{\"visibility\":\"secret\"}",
                "{\"visibility\":null}",
                "{\"disk_format\":\"tape\"}",
                "{\"min_ram\":-1}",
                "{\"min_ram\":2147483648}",
                "{\"min_disk\":1.5}",
                "{\"min_disk\":null}",
                "{\"protected\":\"yes\"}",
                "{\"tags\":\"a\"}",
                "{\"tags\":[5]}",
                "{\"custom\":5}",
                "{\"custom\":true}",
                "{\"custom\":null}",
                "{\"custom\":{}}",
                "{\"status\":\"unheard-of\"}"
            })
    void valuesThatTheDocumentDoesNotAllowAreRefused(String body) {
        assertEquals(
                Fault.Kind.INVALID, assertThrows(Fault.class, () -> draft(body)).kind());
    }

    @Test
    void lengthsAreBounded() {
        draft("{\"name\":\"" + "n".repeat(255) + "\",\"" + "k".repeat(255) + "\":\"v\"}");

        for (String body : new String[] {
            "{\"name\":\"" + "n".repeat(256) + "\"}",
            "{\"owner\":\"" + "n".repeat(256) + "\"}",
            "{\"tags\":[\"" + "n".repeat(256) + "\"]}",
            "{\"" + "k".repeat(256) + "\":\"v\"}"
        }) {
            assertEquals(
                    Fault.Kind.INVALID,
                    assertThrows(Fault.class, () -> draft(body)).kind());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\uD83D\uDE00", "a\u0000b", "\uD83D"})
    void textsThatNoDatabaseHoldsAreRefused(String text) {
        var member = Callers.member("p1");
        for (String key : new String[] {"name", "custom"}) {
            var body = Json.createObjectBuilder().add(key, text).build();
            var draft = ImageDraft.of(body, ledger.schema);

            var refusal = assertThrows(Fault.class, () -> ledger.images.create(member, draft));

            assertEquals(Fault.Kind.INVALID, refusal.kind());
        }
        var named = ImageDraft.of(Json.createObjectBuilder().add(text, "v").build(), ledger.schema);
        assertEquals(
                Fault.Kind.INVALID,
                assertThrows(Fault.class, () -> ledger.images.create(member, named))
                        .kind());
    }

    @Test
    void aValueThatNoDatabaseHoldsIsRefused() {
        var member = Callers.member("p1");
        var body = Json.createObjectBuilder().add("k", "v".repeat(40_000)).build();
        var draft = ImageDraft.of(body, ledger.schema);

        assertEquals(
                Fault.Kind.INVALID,
                assertThrows(Fault.class, () -> ledger.images.create(member, draft))
                        .kind());
    }
}
