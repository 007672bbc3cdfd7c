package io.github.predella.tasks.rest;

import io.github.predella.core.Fault;
import io.github.predella.core.PageRequest;
import io.github.predella.rest.QueryString;
import io.github.predella.tasks.TaskQuery;
import io.github.predella.tasks.TaskQuery.Field;
import io.github.predella.tasks.TaskQuery.Filter;
import io.github.predella.tasks.TaskSettings;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The parameters of the list of tasks as a question to the ledger (tasks-and-import, "Tasks HTTP API"). What is not
 * known is overlooked; what is known and wrong is refused.
 */
final class TaskQueryParams {

    private static final Pattern UUID =
            Pattern.compile("\\p{XDigit}{8}-?\\p{XDigit}{4}-?\\p{XDigit}{4}-?\\p{XDigit}{4}-?\\p{XDigit}{12}");
    private static final Set<String> STATUSES = Set.of("pending", "processing", "success", "failure");

    /** Columns that are the same for all tasks that are not forgotten. */
    private static final Set<String> ALL_THE_SAME = Set.of("deleted", "deleted_at");

    private TaskQueryParams() {}

    /** @throws Fault INVALID for what cannot be understood */
    static TaskQuery parse(QueryString query, TaskSettings settings) {
        var filters = new ArrayList<Filter>();
        for (Field field : Field.values()) {
            query.last(wireName(field)).ifPresent(text -> filters.add(filter(field, text)));
        }
        return new TaskQuery(
                filters,
                query.last("sort_key").map(TaskQueryParams::sortKey).orElse(Field.CREATED_AT),
                query.last("sort_dir").map(TaskQueryParams::ascending).orElse(false),
                page(query, settings));
    }

    private static String wireName(Field field) {
        return field.name().toLowerCase(Locale.ROOT);
    }

    private static Filter filter(Field field, String text) {
        if (field == Field.STATUS && !STATUSES.contains(text)) {
            throw Fault.invalid("Invalid status value: " + text);
        }
        if (field == Field.TYPE && !text.equals("import")) {
            throw Fault.invalid("Invalid type value: " + text);
        }
        if (text.indexOf('\0') >= 0) {
            throw Fault.invalid("Invalid value for the filter " + wireName(field) + ".");
        }
        return field.isTime() ? new TaskQuery.InSecond(field, second(field, text)) : new TaskQuery.Is(field, text);
    }

    private static Instant second(Field field, String text) {
        return parsed(text)
                .filter(instant -> instant.isAfter(Instant.parse("0001-01-02T00:00:00Z")))
                .filter(instant -> instant.isBefore(Instant.parse("9999-12-30T00:00:00Z")))
                .orElseThrow(() -> Fault.invalid("Invalid time value for " + wireName(field) + ": " + text));
    }

    private static Optional<Instant> parsed(String text) {
        try {
            boolean zoned = text.endsWith("Z") || text.matches(".*[+-]\\d\\d:\\d\\d");
            var instant = zoned
                    ? OffsetDateTime.parse(text).toInstant()
                    : LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
            return Optional.of(instant.truncatedTo(ChronoUnit.SECONDS));
        } catch (DateTimeException notATime) {
            return Optional.empty();
        }
    }

    private static Field sortKey(String name) {
        for (Field field : Field.values()) {
            if (wireName(field).equals(name)) {
                return field;
            }
        }
        if (ALL_THE_SAME.contains(name)) {
            return Field.CREATED_AT;
        }
        throw Fault.invalid("Invalid sort key: " + name);
    }

    private static boolean ascending(String direction) {
        return switch (direction) {
            case "asc" -> true;
            case "desc" -> false;
            default -> throw Fault.invalid("Invalid sort direction: " + direction);
        };
    }

    private static PageRequest page(QueryString query, TaskSettings settings) {
        int limit = query.last("limit").map(TaskQueryParams::limit).orElse(settings.pageSize());
        var marker = query.last("marker");
        if (marker.isPresent() && !UUID.matcher(marker.get()).matches()) {
            throw Fault.invalid("Invalid marker format.");
        }
        return new PageRequest(Math.min(limit, settings.maxPageSize()), marker.orElse(null));
    }

    private static int limit(String text) {
        if (!text.strip().matches("\\d{1,18}")) {
            throw Fault.invalid("limit param must be a non-negative integer.");
        }
        return (int) Math.min(Long.parseLong(text.strip()), Integer.MAX_VALUE);
    }
}
