package io.github.predella.images.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.predella.core.Fault;
import io.github.predella.images.ImagePatch;
import io.github.predella.images.ImagePatch.Operation;
import io.github.predella.images.ImagePatch.Verb;
import io.github.predella.images.LedgerFixture;
import jakarta.json.Json;
import java.io.StringReader;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImagePatchJsonTest {

    private static final String CURRENT = "application/openstack-images-v2.1-json-patch";
    private static final String DRAFT = "application/openstack-images-v2.0-json-patch";

    private final LedgerFixture ledger = new LedgerFixture();

    private ImagePatch parse(String mediaType, String body) {
        try (var reader = Json.createReader(new StringReader(body))) {
            return ImagePatchJson.parse(mediaType, reader.read(), ledger.schema);
        }
    }

    @Test
    void bothFormsSayTheSame() {
        var current = parse(CURRENT, """
                [{"op":"replace","path":"/name","value":"x"},{"op":"add","path":"/a~1b","value":"1"},
                 {"op":"remove","path":"/os_distro"}]""");
        var draft = parse(
                DRAFT,
                "[{\"replace\":\"/name\",\"value\":\"x\"},{\"add\":\"/a~1b\",\"value\":\"1\"},{\"remove\":\"/os_distro\"}]");

        assertEquals(expected(false), current.operations());
        assertEquals(expected(true), draft.operations());
    }

    private static List<Operation> expected(boolean strict) {
        return List.of(
                new Operation(Verb.REPLACE, List.of("name"), Json.createValue("x"), strict),
                new Operation(Verb.ADD, List.of("a/b"), Json.createValue("1"), strict),
                new Operation(Verb.REMOVE, List.of("os_distro"), null, strict));
    }

    @Test
    void anEmptyListIsAPatch() {
        assertEquals(List.of(), parse(CURRENT, "[]").operations());
    }

    @Test
    void mediaTypesAreKnownWhateverTheirCaseAndParameters() {
        assertTrue(ImagePatchJson.understands(CURRENT));
        assertTrue(ImagePatchJson.understands(DRAFT.toUpperCase(java.util.Locale.ROOT) + "; charset=utf-8"));
        assertFalse(ImagePatchJson.understands("application/json"));
        assertFalse(ImagePatchJson.understands(null));
        assertEquals(DRAFT + ", " + CURRENT, ImagePatchJson.MEDIA_TYPES);
    }

    @ParameterizedTest
    @CsvSource({"/a~0b, a~b", "/a~1b, a/b", "/a~01b, a~1b", "'/ a ', a", "/tags, tags"})
    void pointersAreUnescapedAndStripped(String pointer, String root) {
        var patch = parse(CURRENT, "[{\"op\":\"remove\",\"path\":\"" + pointer + "\"}]");

        assertEquals(root, patch.operations().get(0).root());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[5]",
                "[[]]",
                "[{}]",
                "[{\"op\":5,\"path\":\"/a\"}]",
                "[{\"op\":\"add\"}]",
                "[{\"op\":\"add\",\"path\":5,\"value\":\"1\"}]",
                "[{\"op\":\"add\",\"path\":\"/a\"}]",
                "[{\"op\":\"replace\",\"path\":\"/a\"}]",
                "[{\"op\":\"test\",\"path\":\"/a\",\"value\":\"1\"}]",
                "[{\"op\":\"move\",\"path\":\"/a\",\"from\":\"/b\"}]",
                "[{\"op\":\"copy\",\"path\":\"/a\",\"from\":\"/b\"}]",
                "[{\"op\":\"remove\",\"path\":\"a\"}]",
                "[{\"op\":\"remove\",\"path\":\"\"}]",
                "[{\"op\":\"remove\",\"path\":\"/\"}]",
                "[{\"op\":\"remove\",\"path\":\"//a\"}]",
                "[{\"op\":\"remove\",\"path\":\"/a/\"}]",
                "[{\"op\":\"remove\",\"path\":\"/a//b\"}]",
                "[{\"op\":\"remove\",\"path\":\"/a~\"}]",
                "[{\"op\":\"remove\",\"path\":\"/a~2\"}]",
                "[{\"op\":\"remove\",\"path\":\"/a/b\"}]",
                "[{\"op\":\"add\",\"path\":\"/tags/0\",\"value\":\"t\"}]",
                "[{\"op\":\"add\",\"path\":\"/locations\",\"value\":[]}]",
                "[{\"op\":\"remove\",\"path\":\"/locations\"}]",
                "[{\"op\":\"replace\",\"path\":\"/locations/0\",\"value\":[]}]",
                "[{\"op\":\"replace\",\"path\":\"/name\",\"value\":5}]",
                "[{\"op\":\"add\",\"path\":\"/custom\",\"value\":5}]",
                "[{\"op\":\"replace\",\"path\":\"/visibility\",\"value\":\"secret\"}]",
                "[{\"op\":\"replace\",\"path\":\"/tags\",\"value\":[5]}]"
            })
    void whatIsNoPatchIsRefused(String body) {
        assertEquals(
                Fault.Kind.INVALID,
                assertThrows(Fault.class, () -> parse(CURRENT, body)).kind());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{\"value\":\"1\"}]",
                "[{\"add\":\"/a\",\"replace\":\"/a\",\"value\":\"1\"}]",
                "[{\"add\":\"/a\"}]",
                "[{\"add\":5,\"value\":\"1\"}]",
                "[{\"op\":\"add\",\"path\":\"/a\",\"value\":\"1\"}]"
            })
    void whatIsNoPatchOfTheOlderFormIsRefused(String body) {
        assertEquals(
                Fault.Kind.INVALID,
                assertThrows(Fault.class, () -> parse(DRAFT, body)).kind());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "created_at",
                "updated_at",
                "status",
                "checksum",
                "size",
                "virtual_size",
                "direct_url",
                "self",
                "file",
                "schema",
                "id",
                "os_hash_algo",
                "os_hash_value",
                "stores",
                "location",
                "deleted",
                "deleted_at",
                "os_glance_import_task"
            })
    void whatOnlyTheServiceSetsIsForbidden(String root) {
        for (String rest : List.of("\"add\"", "\"replace\"", "\"remove\"")) {
            String body = "[{\"op\":" + rest + ",\"path\":\"/" + root + "\",\"value\":\"1\"}]";
            assertEquals(
                    Fault.Kind.FORBIDDEN,
                    assertThrows(Fault.class, () -> parse(CURRENT, body)).kind());
        }
    }

    @Test
    void theFirstOperationThatIsWrongDecides() {
        String wrongThenForbidden = "[{\"op\":\"remove\",\"path\":\"a\"},{\"op\":\"remove\",\"path\":\"/status\"}]";
        String forbiddenThenWrong = "[{\"op\":\"remove\",\"path\":\"/status\"},{\"op\":\"remove\",\"path\":\"a\"}]";

        assertEquals(
                Fault.Kind.INVALID,
                assertThrows(Fault.class, () -> parse(CURRENT, wrongThenForbidden))
                        .kind());
        assertEquals(
                Fault.Kind.FORBIDDEN,
                assertThrows(Fault.class, () -> parse(CURRENT, forbiddenThenWrong))
                        .kind());
    }
}
