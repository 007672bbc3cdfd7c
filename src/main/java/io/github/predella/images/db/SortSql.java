package io.github.predella.images.db;

import io.github.predella.db.Dialect;
import io.github.predella.db.SqlText;
import io.github.predella.images.ImageQuery;
import io.github.predella.images.ImageQuery.Field;
import io.github.predella.images.ImageQuery.SortKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The order of a list as SQL about a row {@code i} of the table {@code images}, and where in it a page begins. */
final class SortSql {

    private final Dialect dialect;
    private final List<SortKey> order;

    /** The image behind which the rows begin, null when they begin at the beginning. */
    private final ImageRow marker;

    SortSql(Dialect dialect, List<SortKey> order, ImageRow marker) {
        this.dialect = dialect;
        this.order = order;
        this.marker = marker;
    }

    boolean hasMarker() {
        return marker != null;
    }

    /** Whether the rows come in the order of the indexes of Derby. */
    boolean isNewestFirst() {
        return order.equals(ImageQuery.completed(List.of(), false));
    }

    /** The words at the end of a statement; without any key the rows come in no order. */
    SqlText orderAndLimit(int limit) {
        var text = new StringBuilder();
        for (SortKey key : order) {
            text.append(text.isEmpty() ? " ORDER BY " : ", ").append(sortValue(key.field()));
            text.append(key.ascending() ? " ASC" : " DESC");
        }
        return new SqlText().add(text.toString()).add(dialect.firstRows(limit));
    }

    SqlText behindMarker() {
        boolean oneDirection = order.stream().map(SortKey::ascending).distinct().count() == 1;
        return dialect.comparesRows() && oneDirection ? behindAsRow() : behindFrom(0);
    }

    private SqlText behindAsRow() {
        var left = new StringBuilder();
        var right = new StringBuilder();
        var values = new ArrayList<Object>();
        for (SortKey key : order) {
            left.append(left.isEmpty() ? "(" : ", ").append(sortValue(key.field()));
            right.append(right.isEmpty() ? "(?" : ", ?");
            values.add(markerValue(key.field()));
        }
        return new SqlText().add(left + ")" + after(order.get(0)) + right + ")", values.toArray());
    }

    /**
     * The rows behind the marker, judged by the sort keys from the given one on. The first comparison follows from the
     * others; it stands there because it is the one that an index can walk.
     */
    private SqlText behindFrom(int position) {
        var key = order.get(position);
        var sortValue = sortValue(key.field());
        var value = markerValue(key.field());
        if (position == order.size() - 1) {
            return new SqlText().add(sortValue + after(key) + "?", value);
        }
        return new SqlText()
                .add(sortValue + (key.ascending() ? " >= ?" : " <= ?"), value)
                .add(" AND (" + sortValue + after(key) + "?", value)
                .add(" OR (" + sortValue + " = ? AND ", value)
                .add(behindFrom(position + 1))
                .add("))");
    }

    private static String after(SortKey key) {
        return key.ascending() ? " > " : " < ";
    }

    static String column(Field field) {
        return "i." + field.name().toLowerCase(Locale.ROOT);
    }

    /** What rows are ordered by: a missing text counts as empty, a missing number as zero. */
    static String sortValue(Field field) {
        return switch (field) {
            case ID, STATUS, CREATED_AT -> column(field);
            case UPDATED_AT -> "COALESCE(i.updated_at, i.created_at)";
            default -> "COALESCE(" + column(field) + (field.type() == Field.Type.TEXT ? ", '')" : ", 0)");
        };
    }

    private Object markerValue(Field field) {
        return switch (field) {
            case ID -> marker.id;
            case STATUS -> marker.status;
            case CREATED_AT -> marker.createdAt;
            case UPDATED_AT -> marker.updatedAt == null ? marker.createdAt : marker.updatedAt;
            case NAME -> orEmpty(marker.name);
            case CONTAINER_FORMAT -> orEmpty(marker.containerFormat);
            case DISK_FORMAT -> orEmpty(marker.diskFormat);
            case SIZE -> marker.size == null ? 0L : marker.size;
            default -> throw new IllegalArgumentException(field + " is not sortable");
        };
    }

    private static String orEmpty(String text) {
        return text == null ? "" : text;
    }
}
