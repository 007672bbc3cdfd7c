package io.github.predella.rest;

import io.github.predella.core.Fault;
import io.github.predella.core.Jsons;
import jakarta.json.JsonStructure;
import jakarta.json.stream.JsonParser;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** A JSON body, read with a bound on its size. */
public final class JsonBody {

    /** Bytes; the largest image record fits in four times over. */
    private static final int MAXIMUM = 4 * 1024 * 1024;

    private JsonBody() {}

    /**
     * Reads a whole body.
     *
     * @throws Fault INVALID when it is missing, not UTF-8, not JSON, or neither object nor list; TOO_LARGE past the
     *     bound
     */
    public static JsonStructure read(InputStream body) {
        byte[] bytes = bytes(body);
        if (bytes.length == 0) {
            throw Fault.invalid("Body expected in request.");
        }
        var decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        try (var parser = Jsons.parser(new InputStreamReader(new ByteArrayInputStream(bytes), decoder))) {
            var structure = structure(parser);
            if (parser.hasNext()) {
                throw malformed();
            }
            return structure;
        } catch (Fault refusal) {
            throw refusal;
        } catch (RuntimeException malformed) {
            // Parsers tell some texts, such as those nested too deeply, by unspecified exceptions.
            throw malformed();
        }
    }

    private static JsonStructure structure(JsonParser parser) {
        return switch (parser.next()) {
            case START_OBJECT -> parser.getObject();
            case START_ARRAY -> parser.getArray();
            default -> throw malformed();
        };
    }

    private static Fault malformed() {
        return Fault.invalid("Malformed JSON in request body.");
    }

    private static byte[] bytes(InputStream body) {
        try {
            byte[] bytes = body.readNBytes(MAXIMUM + 1);
            if (bytes.length > MAXIMUM) {
                throw Fault.tooLarge("The request body is larger than " + MAXIMUM + " bytes.");
            }
            return bytes;
        } catch (IOException cut) {
            throw Fault.invalid("The request body ended early.");
        }
    }
}
