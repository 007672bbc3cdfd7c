package io.github.predella.images;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * A disk image as the ledger knows it (images-api, "Image entity"). Immutable.
 *
 * @param id UUID text, never reused, never null
 * @param status where in its life the image is
 * @param details what users say about it
 * @param content what the service measured of its bytes; {@link ImageContent#NONE} before there are any
 * @param locations where the bytes are, best first; empty before there are any
 * @param createdAt when the record was made
 * @param updatedAt when anything about it changed last
 */
public record Image(
        String id,
        Status status,
        ImageDetails details,
        ImageContent content,
        List<ImageLocation> locations,
        Instant createdAt,
        Instant updatedAt) {

    public Image {
        locations = List.copyOf(locations);
    }

    /** Where in its life an image is; {@link ImageTransitions} says what may follow what. */
    public enum Status {
        QUEUED,
        SAVING,
        UPLOADING,
        IMPORTING,
        ACTIVE,
        DEACTIVATED,
        KILLED,
        PENDING_DELETE,
        DELETED;

        /** The name on the wire and in the database. */
        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The status of a wire name; throws {@link IllegalArgumentException} for any other text. */
        public static Status of(String wireName) {
            return valueOf(wireName.toUpperCase(Locale.ROOT));
        }
    }

    /** Who may find an image (images-api, "Visibility and sharing"). */
    public enum Visibility {
        PUBLIC,
        COMMUNITY,
        SHARED,
        PRIVATE;

        /** The name on the wire and in the database. */
        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The visibility of a wire name; throws {@link IllegalArgumentException} for any other text. */
        public static Visibility of(String wireName) {
            return valueOf(wireName.toUpperCase(Locale.ROOT));
        }
    }

    public String owner() {
        return details.owner();
    }

    public Visibility visibility() {
        return details.visibility();
    }

    /** The copies that readers may be sent to, in the order of the record. */
    public List<ImageLocation> readable() {
        return locations.stream().filter(ImageLocation::isReadable).toList();
    }

    /** Whether there is a readable copy at this address. */
    public boolean isAt(String url) {
        return readable().stream().anyMatch(copy -> copy.url().equals(url));
    }

    /** Whether the record is only kept to keep its id taken: nobody can find it any more. */
    public boolean isGone() {
        return status == Status.DELETED || status == Status.PENDING_DELETE;
    }

    /**
     * The image in another status.
     *
     * @throws IllegalStateException for a change that its life does not know, see {@link ImageTransitions}
     */
    public Image with(Status newStatus) {
        if (!ImageTransitions.allow(status, newStatus)) {
            throw new IllegalStateException("an image does not go from " + status + " to " + newStatus);
        }
        return new Image(id, newStatus, details, content, locations, createdAt, updatedAt);
    }

    public Image with(ImageDetails newDetails) {
        return new Image(id, status, newDetails, content, locations, createdAt, updatedAt);
    }

    public Image with(ImageContent newContent) {
        return new Image(id, status, details, newContent, locations, createdAt, updatedAt);
    }

    public Image with(List<ImageLocation> newLocations) {
        return new Image(id, status, details, content, newLocations, createdAt, updatedAt);
    }

    public Image updatedAt(Instant when) {
        return new Image(id, status, details, content, locations, createdAt, when);
    }
}
