package io.github.predella.tasks.db;

import io.github.predella.db.Dialect;
import io.github.predella.db.RowTimes;
import io.github.predella.db.SqlText;
import io.github.predella.tasks.TaskQuery;
import io.github.predella.tasks.TaskQuery.Field;
import io.github.predella.tasks.TaskQuery.Filter;
import io.github.predella.tasks.TaskQuery.InSecond;
import io.github.predella.tasks.TaskQuery.Is;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;

/** One question about the ledger of tasks as one SQL statement. */
final class TaskSearch {

    private final Dialect dialect;
    private final TaskQuery query;
    private final String owner;
    private final Instant now;

    /** The last task of the page before, null for the first page. */
    private final TaskRow marker;

    TaskSearch(Dialect dialect, TaskQuery query, String owner, Instant now, TaskRow marker) {
        this.dialect = dialect;
        this.query = query;
        this.owner = owner;
        this.now = now;
        this.marker = marker;
    }

    SqlText statement() {
        var text = new SqlText().add("SELECT t.* FROM tasks t WHERE t.deleted = FALSE");
        if (owner != null) {
            text.add(" AND t.owner = ?", owner);
        }
        text.add(" AND (t.expires_at IS NULL OR t.expires_at > ?)", RowTimes.utc(now));
        query.filters().forEach(filter -> add(text, filter));
        var order = order();
        if (marker != null) {
            text.add(" AND ").add(behindMarker(order));
        }
        var columns = new ArrayList<String>();
        order.forEach(field -> columns.add(sortValue(field) + (query.ascending() ? " ASC" : " DESC")));
        return text.add(" ORDER BY " + String.join(", ", columns))
                .add(dialect.firstRows(query.page().limit()));
    }

    private static void add(SqlText text, Filter filter) {
        if (filter instanceof Is is) {
            text.add(" AND " + column(is.field()) + " = ?", is.text());
        } else if (filter instanceof InSecond in) {
            text.add(" AND " + column(in.field()) + " >= ?", RowTimes.utc(in.second()))
                    .add(
                            " AND " + column(in.field()) + " < ?",
                            RowTimes.utc(in.second().plusSeconds(1)));
        }
    }

    /** The wanted key, and what keeps tasks apart that are equal in it. */
    private List<Field> order() {
        var order = new LinkedHashSet<Field>();
        order.add(query.sortKey());
        if (query.sortKey() != Field.ID) {
            order.add(Field.CREATED_AT);
            order.add(Field.ID);
        }
        return List.copyOf(order);
    }

    private SqlText behindMarker(List<Field> order) {
        if (!dialect.comparesRows()) {
            return behindFrom(order, 0);
        }
        var left = new ArrayList<String>();
        var values = new ArrayList<Object>();
        for (Field field : order) {
            left.add(sortValue(field));
            values.add(markerValue(field));
        }
        return new SqlText()
                .add("(" + String.join(", ", left) + ")" + after() + "(?", values.get(0))
                .add(
                        ", ?".repeat(values.size() - 1),
                        values.subList(1, values.size()).toArray())
                .add(")");
    }

    /** The leading comparison follows from the others; it stands there because an index can walk it. */
    private SqlText behindFrom(List<Field> order, int position) {
        String sorted = sortValue(order.get(position));
        Object value = markerValue(order.get(position));
        if (position == order.size() - 1) {
            return new SqlText().add(sorted + after() + "?", value);
        }
        return new SqlText()
                .add(sorted + (query.ascending() ? " >= ?" : " <= ?"), value)
                .add(" AND (" + sorted + after() + "?", value)
                .add(" OR (" + sorted + " = ? AND ", value)
                .add(behindFrom(order, position + 1))
                .add("))");
    }

    private String after() {
        return query.ascending() ? " > " : " < ";
    }

    private static String column(Field field) {
        return "t." + field.name().toLowerCase(Locale.ROOT);
    }

    private static String sortValue(Field field) {
        return switch (field) {
            case ID, TYPE, STATUS, OWNER, CREATED_AT -> column(field);
            case IMAGE_ID, USER_ID, REQUEST_ID -> "COALESCE(" + column(field) + ", '')";
            case UPDATED_AT, EXPIRES_AT -> "COALESCE(" + column(field) + ", t.created_at)";
        };
    }

    private Object markerValue(Field field) {
        return switch (field) {
            case ID -> marker.id;
            case TYPE -> marker.type;
            case STATUS -> marker.status;
            case OWNER -> marker.owner;
            case IMAGE_ID -> marker.imageId == null ? "" : marker.imageId;
            case USER_ID -> marker.userId == null ? "" : marker.userId;
            case REQUEST_ID -> marker.requestId == null ? "" : marker.requestId;
            case CREATED_AT -> marker.createdAt;
            case UPDATED_AT -> marker.updatedAt == null ? marker.createdAt : marker.updatedAt;
            case EXPIRES_AT -> marker.expiresAt == null ? marker.createdAt : marker.expiresAt;
        };
    }
}
