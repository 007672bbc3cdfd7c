package io.github.predella.images.db;

import io.github.predella.db.Dialect;
import io.github.predella.images.Image;
import io.github.predella.images.ImageQuery;
import io.github.predella.images.ImageQuery.Comparison;
import io.github.predella.images.ImageQuery.Field;
import io.github.predella.images.ImageQuery.Filter;
import io.github.predella.images.ImageQuery.SortKey;
import io.github.predella.images.Viewer;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One question about the ledger as one SQL statement.
 *
 * <p>An image can be listed for somebody for several reasons: it is their own, it is public, it was shared with them.
 * Asked as one condition, no index fits, and a page costs as much as the table is long. So every reason becomes a
 * branch of its own that walks its own index and stops after one page, and the page is picked from the few rows that
 * the branches found (ADR 0006). No branch leaves out what another one finds: walking past those rows would cost more
 * than dropping the few that were found twice.
 */
final class ImageSearch {

    private final Dialect dialect;
    private final ImageQuery query;
    private final Viewer viewer;

    /** The last image of the page before, null for the first page. */
    private final ImageRow marker;

    ImageSearch(Dialect dialect, ImageQuery query, Viewer viewer, ImageRow marker) {
        this.dialect = dialect;
        this.query = query;
        this.viewer = viewer;
        this.marker = marker;
    }

    SqlText statement() {
        var branches = branches();
        if (branches.size() == 1) {
            return branch(branches.get(0));
        }
        var union = new SqlText().add("SELECT i.* FROM (");
        for (int b = 0; b < branches.size(); b++) {
            // A derived table is the one place where all databases let a part of a union have an order of its own.
            union.add(b == 0 ? "SELECT b.* FROM (" : " UNION SELECT b.* FROM (")
                    .add(branch(branches.get(b)))
                    .add(") b");
        }
        return union.add(") i").add(orderAndLimit());
    }

    /** The reasons for which an image is listed for this viewer. */
    private List<SqlText> branches() {
        var audience = query.audience();
        if (viewer.administrator()) {
            return List.of(administratorSees());
        }
        if (audience.visibility() != null) {
            return branches(audience.visibility());
        }
        var branches = new ArrayList<SqlText>();
        branches.add(visibilityIs(Image.Visibility.PUBLIC));
        if (audience.everything()) {
            branches.add(visibilityIs(Image.Visibility.COMMUNITY));
        }
        if (viewer.project() != null) {
            branches.add(own());
            branches.add(sharedWithMe());
        }
        return branches;
    }

    private List<SqlText> branches(Image.Visibility wanted) {
        boolean hasProject = viewer.project() != null;
        return switch (wanted) {
            case PUBLIC, COMMUNITY -> List.of(visibilityIs(wanted));
            case PRIVATE -> List.of(hasProject ? own().add(visibilityIs(wanted)) : nothing());
            case SHARED -> hasProject ? List.of(own().add(visibilityIs(wanted)), sharedWithMe()) : List.of(nothing());
        };
    }

    private static SqlText nothing() {
        return new SqlText().add(" AND 1 = 0");
    }

    private SqlText administratorSees() {
        var audience = query.audience();
        if (audience.visibility() != null) {
            return visibilityIs(audience.visibility());
        }
        if (audience.everything()) {
            return new SqlText();
        }
        return viewer.project() == null
                ? new SqlText().add(" AND i.visibility <> 'community'")
                : new SqlText().add(" AND (i.visibility <> 'community' OR i.owner = ?)", viewer.project());
    }

    private SqlText own() {
        return new SqlText().add(" AND i.owner = ?", viewer.project());
    }

    private SqlText sharedWithMe() {
        var status = query.audience().memberStatus();
        var shared = visibilityIs(Image.Visibility.SHARED)
                .add(
                        " AND i.id IN (SELECT m.image_id FROM image_members m WHERE m.member = ? AND m.deleted = FALSE",
                        viewer.project());
        if (status != null) {
            shared.add(" AND m.status = ?", status.wireName());
        }
        return shared.add(")");
    }

    private static SqlText visibilityIs(Image.Visibility visibility) {
        return new SqlText().add(" AND i.visibility = ?", visibility.wireName());
    }

    private SqlText branch(SqlText reason) {
        var branch = new SqlText()
                .add("SELECT i.* FROM images i WHERE i.deleted = FALSE")
                .add(reason)
                .add(query.hidden() ? " AND i.os_hidden = TRUE" : " AND i.os_hidden = FALSE")
                .add(" AND i.status <> 'killed'");
        query.filters().forEach(filter -> branch.add(" AND ").add(condition(filter)));
        if (marker != null) {
            branch.add(" AND ").add(behindMarker());
        }
        return branch.add(orderAndLimit());
    }

    private SqlText condition(Filter filter) {
        if (filter instanceof ImageQuery.TextIs is) {
            return new SqlText().add(column(is.field()) + " = ?", is.value());
        } else if (filter instanceof ImageQuery.TextIn in) {
            return in.values().isEmpty()
                    ? new SqlText().add("1 = 0")
                    : new SqlText().add(column(in.field())).addIn(in.values());
        } else if (filter instanceof ImageQuery.NumberIs is) {
            return numberCondition(is);
        } else if (filter instanceof ImageQuery.TimeIs is) {
            return timeCondition(is);
        } else if (filter instanceof ImageQuery.FlagIs is) {
            return new SqlText().add(column(is.field()) + (is.value() ? " = TRUE" : " = FALSE"));
        } else if (filter instanceof ImageQuery.HasTag has) {
            return new SqlText()
                    .add(
                            "EXISTS (SELECT 1 FROM image_tags t WHERE t.image_id = i.id AND t.value = ?"
                                    + " AND t.deleted = FALSE)",
                            has.tag());
        } else if (filter instanceof ImageQuery.HasProperty has) {
            return propertyCondition(has);
        }
        throw new IllegalStateException("a filter without a condition: " + filter);
    }

    /** What no column of its width can hold is decided here: not every database compares it. */
    private static SqlText numberCondition(ImageQuery.NumberIs is) {
        boolean wide = is.field() == Field.SIZE || is.field() == Field.VIRTUAL_SIZE;
        if (wide || is.value() == (int) is.value()) {
            return new SqlText().add(column(is.field()) + operator(is.comparison()), is.value());
        }
        boolean holds =
                switch (is.comparison()) {
                    case EQUAL -> false;
                    case NOT_EQUAL -> true;
                    case LESS, AT_MOST -> is.value() > 0;
                    case GREATER, AT_LEAST -> is.value() < 0;
                };
        return new SqlText().add(holds ? "1 = 1" : "1 = 0");
    }

    /** Callers see whole seconds, so a time within a second counts as that second. */
    private static SqlText timeCondition(ImageQuery.TimeIs is) {
        var begin = RowTimes.utc(is.value()).truncatedTo(ChronoUnit.SECONDS);
        var end = begin.plusSeconds(1);
        String column = sortValue(is.field());
        return switch (is.comparison()) {
            case EQUAL -> new SqlText().add("(" + column + " >= ? AND " + column + " < ?)", begin, end);
            case NOT_EQUAL -> new SqlText().add("(" + column + " < ? OR " + column + " >= ?)", begin, end);
            case LESS -> new SqlText().add(column + " < ?", begin);
            case AT_MOST -> new SqlText().add(column + " < ?", end);
            case GREATER -> new SqlText().add(column + " >= ?", end);
            case AT_LEAST -> new SqlText().add(column + " >= ?", begin);
        };
    }

    private SqlText propertyCondition(ImageQuery.HasProperty has) {
        var condition = new SqlText()
                .add(
                        "EXISTS (SELECT 1 FROM image_properties p WHERE p.image_id = i.id AND p.name = ?"
                                + " AND p.value = ? AND p.deleted = FALSE",
                        has.name(),
                        has.value());
        if (dialect == Dialect.POSTGRESQL) {
            // Lets the index over the first part of the values find the rows.
            condition.add(" AND LEFT(p.value, 200) = LEFT(?, 200)", has.value());
        }
        return condition.add(")");
    }

    private static String operator(Comparison comparison) {
        return switch (comparison) {
            case EQUAL -> " = ?";
            case NOT_EQUAL -> " <> ?";
            case LESS -> " < ?";
            case AT_MOST -> " <= ?";
            case GREATER -> " > ?";
            case AT_LEAST -> " >= ?";
        };
    }

    private SqlText orderAndLimit() {
        var order = new StringBuilder(" ORDER BY ");
        for (int k = 0; k < query.order().size(); k++) {
            var key = query.order().get(k);
            order.append(k == 0 ? "" : ", ").append(sortValue(key.field())).append(key.ascending() ? " ASC" : " DESC");
        }
        return new SqlText()
                .add(order.toString())
                .add(dialect.firstRows(query.page().limit()));
    }

    private SqlText behindMarker() {
        boolean oneDirection =
                query.order().stream().map(SortKey::ascending).distinct().count() == 1;
        return dialect.comparesRows() && oneDirection ? behindAsRow() : behindFrom(0);
    }

    private SqlText behindAsRow() {
        var left = new StringBuilder();
        var right = new StringBuilder();
        var values = new ArrayList<Object>();
        for (SortKey key : query.order()) {
            left.append(left.isEmpty() ? "(" : ", ").append(sortValue(key.field()));
            right.append(right.isEmpty() ? "(?" : ", ?");
            values.add(markerValue(key.field()));
        }
        return new SqlText().add(left + ")" + after(query.order().get(0)) + right + ")", values.toArray());
    }

    /**
     * The rows behind the marker, judged by the sort keys from the given one on. The first comparison follows from the
     * others; it stands there because it is the one that an index can walk.
     */
    private SqlText behindFrom(int position) {
        var key = query.order().get(position);
        var sortValue = sortValue(key.field());
        var value = markerValue(key.field());
        if (position == query.order().size() - 1) {
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

    private static String column(Field field) {
        return "i." + field.name().toLowerCase(Locale.ROOT);
    }

    /** What rows are ordered by: a missing text counts as empty, a missing number as zero. */
    private static String sortValue(Field field) {
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
