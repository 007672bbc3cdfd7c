package io.github.predella.data.rest;

import io.github.predella.config.Secret;
import io.github.predella.core.Fault;
import io.github.predella.rest.ErrorAnswer;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.OptionalLong;

/** What the headers of a request say about the data in its body. */
final class DataHeaders {

    private static final String OCTETS = "application/octet-stream";

    private DataHeaders() {}

    /** Throws {@link Fault} UNSUPPORTED_TYPE for any other body than plain bytes. */
    static void requireOctets(HttpHeaders headers) {
        require(OCTETS, headers);
    }

    /** Throws {@link Fault} UNSUPPORTED_TYPE for a body of any other media type. */
    static void require(String wanted, HttpHeaders headers) {
        String mediaType = headers.getHeaderString(HttpHeaders.CONTENT_TYPE);
        if (mediaType == null || !mediaType.split(";", 2)[0].strip().equalsIgnoreCase(wanted)) {
            throw ErrorAnswer.unsupported(mediaType);
        }
    }

    /** The caller's token; null for who has none. */
    static Secret token(HttpHeaders headers) {
        String token = headers.getHeaderString("X-Auth-Token");
        return token == null ? null : new Secret(token);
    }

    /** The size that the caller announced: by a header of its own, or else by the length of the body. */
    static OptionalLong announcedSize(HttpHeaders headers) {
        String announced = headers.getHeaderString("x-openstack-image-size");
        if (announced != null) {
            try {
                long size = Long.parseLong(announced.strip());
                if (size >= 0) {
                    return OptionalLong.of(size);
                }
            } catch (NumberFormatException notANumber) {
                // Answered below, like a negative number.
            }
            throw Fault.invalid("The header x-openstack-image-size must be a number of bytes.");
        }
        return bodyLength(headers);
    }

    /** The length of the body, empty when it comes in pieces. */
    static OptionalLong bodyLength(HttpHeaders headers) {
        String length = headers.getHeaderString(HttpHeaders.CONTENT_LENGTH);
        return length == null ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(length.strip()));
    }
}
