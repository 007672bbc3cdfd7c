package io.github.predella.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CustomPropertiesTest {

    @TempDir
    Path directory;

    @Test
    void bothFormsOfTheFileSayTheSame() throws IOException {
        CustomProperties flat = CustomProperties.read(file("{\"b\": {\"type\": \"string\"}, \"a\": {}}"));
        CustomProperties divided =
                CustomProperties.read(file("{\"properties\": {\"b\": {\"type\": \"string\"}, \"a\": {}}}"));

        assertEquals(List.of("b", "a"), List.copyOf(flat.properties().keySet()));
        assertEquals(List.of("b", "a"), List.copyOf(divided.properties().keySet()));
        assertEquals(
                flat.properties().get("b").toJson(),
                divided.properties().get("b").toJson());
        assertEquals(List.of(), flat.required());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{",
                "{\"a\": 5}",
                "{\"a\": {\"type\": \"text\"}}",
                "{\"properties\": []}",
                "{\"properties\": {}, \"required\": \"a\"}",
                "{\"properties\": {}, \"required\": [1]}"
            })
    void aWrongFileIsRefusedByName(String text) throws IOException {
        Path file = file(text);

        var refusal = assertThrows(SchemaProblem.class, () -> CustomProperties.read(file));

        assertTrue(refusal.getMessage().startsWith("The schema file " + file), refusal.getMessage());
    }

    @Test
    void aFileThatIsNotThereIsRefusedToo() {
        Path file = directory.resolve("nowhere.json");

        assertThrows(SchemaProblem.class, () -> CustomProperties.read(file));
    }

    private Path file(String text) throws IOException {
        return Files.writeString(directory.resolve("schema-image.json"), text);
    }
}
