package io.github.predella.tasks;

import io.github.predella.core.PageRequest;
import java.time.Instant;
import java.util.List;

/**
 * A question about the ledger of tasks: which, in which order, which page. What is equal in the sort key comes in the
 * order of creation, in the same direction.
 *
 * @param filters all of which a task must meet
 * @param sortKey what they are sorted by
 * @param ascending the direction
 * @param page how many and after which task
 */
public record TaskQuery(List<Filter> filters, Field sortKey, boolean ascending, PageRequest page) {

    public TaskQuery {
        filters = List.copyOf(filters);
        if (page.backwards()) {
            throw new IllegalArgumentException("tasks are listed from the first page on");
        }
    }

    /** The attributes that can be filtered and sorted by. A missing text sorts as an empty one. */
    public enum Field {
        ID(false),
        TYPE(false),
        STATUS(false),
        OWNER(false),
        IMAGE_ID(false),
        USER_ID(false),
        REQUEST_ID(false),
        CREATED_AT(true),
        UPDATED_AT(true),
        /** Sorts by the time of creation where it is missing. */
        EXPIRES_AT(true);

        private final boolean time;

        Field(boolean time) {
            this.time = time;
        }

        /** Whether it is a time; otherwise it is a text. */
        public boolean isTime() {
            return time;
        }
    }

    /** One condition. */
    public sealed interface Filter {}

    /** The attribute is that text. */
    public record Is(Field field, String text) implements Filter {}

    /** The time is in that second. */
    public record InSecond(Field field, Instant second) implements Filter {}
}
