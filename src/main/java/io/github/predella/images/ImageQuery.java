package io.github.predella.images;

import io.github.predella.core.PageRequest;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A question about the ledger: which images, in which order, which page (images-api, "GET /images").
 *
 * @param filters all of which an image must meet; one of them may be a {@link Search}
 * @param audience which images count as listed for the caller
 * @param hidden true for only hidden images, false for only others
 * @param order sort keys, most significant first; always ends in a key that no two images share
 * @param page how many and after, or before, which image
 */
public record ImageQuery(
        List<Filter> filters, Audience audience, boolean hidden, List<SortKey> order, PageRequest page) {

    public ImageQuery {
        filters = List.copyOf(filters);
        order = List.copyOf(order);
        if (filters.stream().filter(Search.class::isInstance).count() > 1) {
            throw new IllegalArgumentException("two searches at a time");
        }
    }

    /** What is searched for, if anything is. */
    public Optional<Search> search() {
        return filters.stream()
                .filter(Search.class::isInstance)
                .map(Search.class::cast)
                .findFirst();
    }

    /** The same question about another page. */
    public ImageQuery on(PageRequest other) {
        return new ImageQuery(filters, audience, hidden, order, other);
    }

    /**
     * An order in which no two images are equal: one that somebody named, and what keeps images apart that are equal in
     * it.
     *
     * @param ascending the direction of what is added
     */
    public static List<SortKey> completed(List<SortKey> order, boolean ascending) {
        var complete = new LinkedHashMap<Field, SortKey>();
        // A key that comes again has nothing left to say.
        order.forEach(key -> complete.putIfAbsent(key.field(), key));
        for (Field last : List.of(Field.CREATED_AT, Field.ID)) {
            complete.putIfAbsent(last, new SortKey(last, ascending));
        }
        return List.copyOf(complete.values());
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

    /** The image has a custom property of that name and one of the values; an empty list matches nothing. */
    public record PropertyIn(String name, List<String> values) implements Filter {
        public PropertyIn {
            values = List.copyOf(values);
        }
    }

    /**
     * The name holds this text, whatever its case. Letters beyond ASCII are compared as the database does it.
     *
     * @param text not empty
     */
    public record NameContains(String text) implements Filter {
        public NameContains {
            requireText(text);
        }
    }

    /**
     * A copy of the data that can be read is in one of these stores, and the record says so: copies that only an address
     * assigns to a store are not found. An empty list matches nothing.
     */
    public record InStore(List<String> stores) implements Filter {
        public InStore {
            stores = List.copyOf(stores);
        }
    }

    /**
     * Something about the image is this text: its id or at least the first eight characters of it, a part of its name
     * whatever its case, a tag, a custom property as {@code key=value}, or the checksum or the hash of its data, of which
     * the letters may be upper case here.
     *
     * @param text not blank; white space around it is left out
     */
    public record Search(String text) implements Filter {

        /** How many characters of an id are enough. */
        public static final int LEAST_OF_ID = 8;

        public Search {
            text = text.strip();
            requireText(text);
        }

        /** The custom property that the text names, if it does. */
        public Optional<HasProperty> property() {
            int equals = text.indexOf('=');
            return equals < 1
                    ? Optional.empty()
                    : Optional.of(new HasProperty(text.substring(0, equals), text.substring(equals + 1)));
        }

        /** Whether an id may begin so. */
        public boolean mayBeId() {
            return text.length() >= LEAST_OF_ID && text.matches("[0-9A-Fa-f-]+");
        }

        /** The text as digests are written, if it may be one. */
        public Optional<String> digest() {
            return text.matches("[0-9A-Fa-f]{32,}") ? Optional.of(text.toLowerCase(Locale.ROOT)) : Optional.empty();
        }
    }

    private static void requireText(String text) {
        if (text.isEmpty()) {
            throw new IllegalArgumentException("no text to look for");
        }
    }

    /** Whose images are looked at before anything else is asked. */
    public enum Reach {
        /** Those that lists show: public images, those of the caller's project, and those shared with it. */
        LISTED,
        /** Those of the caller's project only, also for administrators. */
        OWN,
        /** Those that are shared with the caller's project only, also for administrators. */
        OFFERED
    }

    /**
     * Which images count as listed for the caller.
     *
     * @param visibility only images of this visibility; null for any
     * @param everything true when foreign community images are wanted too; only meaningful without a visibility
     * @param memberStatus only images shared with the caller whose offer has this answer; null for any answer
     * @param reach whose images
     */
    public record Audience(Image.Visibility visibility, boolean everything, Member.Status memberStatus, Reach reach) {

        /** Images that lists show. */
        public Audience(Image.Visibility visibility, boolean everything, Member.Status memberStatus) {
            this(visibility, everything, memberStatus, Reach.LISTED);
        }

        /** The images of the caller's project. */
        public static Audience own() {
            return new Audience(null, true, null, Reach.OWN);
        }

        /**
         * The images that were offered to the caller's project.
         *
         * @param answer what the project said to the offer; null for any answer
         */
        public static Audience offered(Member.Status answer) {
            return new Audience(null, true, answer, Reach.OFFERED);
        }

        /** The images of a visibility that lists show. */
        public static Audience of(Image.Visibility visibility) {
            return new Audience(visibility, false, Member.Status.ACCEPTED);
        }

        /** Everything that exists for the caller, except offers that were not accepted. */
        public static Audience everybody() {
            return new Audience(null, true, Member.Status.ACCEPTED);
        }
    }

    /** One sort key. */
    public record SortKey(Field field, boolean ascending) {

        /** The same key in the other direction. */
        public SortKey reversed() {
            return new SortKey(field, !ascending);
        }
    }
}
