package io.github.predella.images;

import io.github.predella.core.PageRequest;
import java.time.Instant;
import java.util.List;

/**
 * A question about the ledger: which images, in which order, which page (images-api, "GET /images").
 *
 * @param filters all of which an image must meet
 * @param audience which images count as listed for the caller
 * @param hidden true for only hidden images, false for only others
 * @param order sort keys, most significant first; always ends in a key that no two images share
 * @param page how many and after which image
 */
public record ImageQuery(
        List<Filter> filters, Audience audience, boolean hidden, List<SortKey> order, PageRequest page) {

    public ImageQuery {
        filters = List.copyOf(filters);
        order = List.copyOf(order);
    }

    /** The attributes that can be filtered and, where marked, sorted by. */
    public enum Field {
        ID(Type.TEXT, true),
        NAME(Type.TEXT, true),
        STATUS(Type.TEXT, true),
        CONTAINER_FORMAT(Type.TEXT, true),
        DISK_FORMAT(Type.TEXT, true),
        SIZE(Type.NUMBER, true),
        CREATED_AT(Type.TIME, true),
        UPDATED_AT(Type.TIME, true),
        VIRTUAL_SIZE(Type.NUMBER, false),
        MIN_RAM(Type.NUMBER, false),
        MIN_DISK(Type.NUMBER, false),
        OWNER(Type.TEXT, false),
        CHECKSUM(Type.TEXT, false),
        OS_HASH_ALGO(Type.TEXT, false),
        OS_HASH_VALUE(Type.TEXT, false),
        PROTECTED(Type.FLAG, false);

        /** What kind of value the attribute holds. */
        public enum Type {
            TEXT,
            NUMBER,
            TIME,
            FLAG
        }

        private final Type type;
        private final boolean sortable;

        Field(Type type, boolean sortable) {
            this.type = type;
            this.sortable = sortable;
        }

        public Type type() {
            return type;
        }

        public boolean isSortable() {
            return sortable;
        }
    }

    /** How a value compares to the one asked for. */
    public enum Comparison {
        EQUAL,
        NOT_EQUAL,
        LESS,
        AT_MOST,
        GREATER,
        AT_LEAST
    }

    /** One condition. */
    public sealed interface Filter {}

    /** The attribute stands in this relation to the text. */
    public record TextIs(Field field, String value) implements Filter {}

    /** The attribute is one of these texts; an empty list matches nothing. */
    public record TextIn(Field field, List<String> values) implements Filter {
        public TextIn {
            values = List.copyOf(values);
        }
    }

    /** The number stands in this relation to the value. */
    public record NumberIs(Field field, Comparison comparison, long value) implements Filter {}

    /** The time stands in this relation to the value; both are taken in whole seconds, as callers see them. */
    public record TimeIs(Field field, Comparison comparison, Instant value) implements Filter {}

    /** The flag has this value. */
    public record FlagIs(Field field, boolean value) implements Filter {}

    /** The image carries the tag. */
    public record HasTag(String tag) implements Filter {}

    /** The image has a custom property of that name and value. */
    public record HasProperty(String name, String value) implements Filter {}

    /**
     * Which images count as listed for the caller.
     *
     * @param visibility only images of this visibility; null for any
     * @param everything true when foreign community images are wanted too; only meaningful without a visibility
     * @param memberStatus only images shared with the caller whose offer has this answer; null for any answer
     */
    public record Audience(Image.Visibility visibility, boolean everything, Member.Status memberStatus) {}

    /** One sort key. */
    public record SortKey(Field field, boolean ascending) {}
}
