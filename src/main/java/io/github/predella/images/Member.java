package io.github.predella.images;

import java.time.Instant;
import java.util.Locale;

/**
 * A project with which an image is shared.
 *
 * @param imageId the image
 * @param project id of the project, 1 to 255 characters; it need not exist
 * @param status what the project said to the offer
 * @param createdAt when it was offered
 * @param updatedAt when the status changed last
 */
public record Member(String imageId, String project, Status status, Instant createdAt, Instant updatedAt) {

    /** What a project said to an offered image; it may change its mind at any time. */
    public enum Status {
        PENDING,
        ACCEPTED,
        REJECTED;

        /** The name on the wire and in the database. */
        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The status of a wire name; throws {@link IllegalArgumentException} for any other text. */
        public static Status of(String wireName) {
            return valueOf(wireName.toUpperCase(Locale.ROOT));
        }
    }
}
