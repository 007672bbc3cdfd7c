package io.github.predella.data.rest;

import io.github.predella.core.Fault;
import io.github.predella.core.Jsons;
import io.github.predella.data.UploadPiece;
import io.github.predella.data.UploadSession;
import io.github.predella.flow.DigestAlgorithm;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What the headers of the protocol for resumable uploads say. */
final class UploadHeaders {

    /** The algorithms of a piece's checksum. */
    static final List<String> CHECKSUMS = List.of("sha1", "sha256", "md5");

    /** The keys of the metadata that name what all the data is expected to have. */
    private static final List<String> SUMS = List.of("sha256", "sha512", "md5");

    private static final String IMPORT = "import";
    private static final int LONGEST_METADATA = 16 * 1024;

    private UploadHeaders() {}

    /** What is to be uploaded; throws {@link Fault} INVALID. */
    static UploadSession.Draft draft(HttpHeaders headers) {
        if (headers.getHeaderString("Upload-Defer-Length") != null) {
            throw Fault.invalid("The length of an upload has to be known when it begins.");
        }
        var metadata = metadata(headers.getHeaderString("Upload-Metadata"));
        var sums = new HashMap<String, String>();
        for (String algorithm : SUMS) {
            if (metadata.containsKey(algorithm)) {
                sums.put(algorithm, sum(algorithm, metadata.get(algorithm)));
            }
        }
        return new UploadSession.Draft(number("Upload-Length", headers), sums, importRequest(metadata.get(IMPORT)));
    }

    /** What comes in the body; throws {@link Fault} INVALID. */
    static UploadPiece piece(HttpHeaders headers) {
        return new UploadPiece(
                number("Upload-Offset", headers),
                DataHeaders.bodyLength(headers),
                checksum(headers.getHeaderString("Upload-Checksum")));
    }

    private static long number(String name, HttpHeaders headers) {
        String text = headers.getHeaderString(name);
        if (text != null && text.strip().matches("\\d{1,18}")) {
            return Long.parseLong(text.strip());
        }
        throw Fault.invalid("The header " + name + " must be a number of bytes.");
    }

    private static Optional<UploadPiece.Checksum> checksum(String header) {
        if (header == null) {
            return Optional.empty();
        }
        String[] parts = header.strip().split(" +", 2);
        String algorithm = parts[0].toLowerCase(Locale.ROOT);
        if (!CHECKSUMS.contains(algorithm) || parts.length < 2) {
            throw Fault.invalid("The header Upload-Checksum must be one of " + CHECKSUMS + " and a sum in base64.");
        }
        byte[] sum = decoded(parts[1], "Upload-Checksum");
        if (sum.length * 2 != new DigestAlgorithm(algorithm).hexDigits()) {
            throw Fault.invalid("The sum in the header Upload-Checksum does not have the length of its algorithm.");
        }
        return Optional.of(new UploadPiece.Checksum(algorithm, HexFormat.of().formatHex(sum)));
    }

    /** Pairs of a key and a text in base64, between commas. */
    private static Map<String, String> metadata(String header) {
        if (header == null || header.isBlank()) {
            return Map.of();
        }
        if (header.length() > LONGEST_METADATA) {
            throw Fault.invalid("The header Upload-Metadata is too long.");
        }
        var pairs = new HashMap<String, String>();
        for (String pair : header.split(",", -1)) {
            String[] parts = pair.strip().split(" +", 2);
            String value =
                    parts.length < 2 ? "" : new String(decoded(parts[1], "Upload-Metadata"), StandardCharsets.UTF_8);
            if (parts[0].isEmpty() || pairs.put(parts[0], value) != null) {
                throw Fault.invalid("The header Upload-Metadata must be keys with values in base64, no key twice.");
            }
        }
        return pairs;
    }

    private static byte[] decoded(String base64, String header) {
        try {
            return Base64.getDecoder().decode(base64.strip());
        } catch (IllegalArgumentException garbled) {
            throw Fault.invalid("The header " + header + " contains something that is not base64.");
        }
    }

    private static String sum(String algorithm, String hex) {
        String sum = hex.strip().toLowerCase(Locale.ROOT);
        if (sum.matches("[0-9a-f]+") && sum.length() == new DigestAlgorithm(algorithm).hexDigits()) {
            return sum;
        }
        throw Fault.invalid("The expected " + algorithm + " sum must be written in hexadecimal digits.");
    }

    private static JsonObject importRequest(String json) {
        if (json == null) {
            return null;
        }
        try (var reader = Jsons.reader(new StringReader(json))) {
            var request = reader.readObject();
            if (request.get("method") instanceof JsonObject) {
                return request;
            }
        } catch (JsonException malformed) {
            throw Fault.invalid("The import in the header Upload-Metadata is not JSON.");
        }
        throw Fault.invalid("Import request requires a 'method' field, which is an object.");
    }
}
