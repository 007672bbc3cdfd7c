package io.github.predella.images.db;

import io.github.predella.db.Dialect;
import io.github.predella.db.SqlText;
import io.github.predella.images.Image;
import io.github.predella.images.ImageQuery;
import io.github.predella.images.ImageQuery.SortKey;
import io.github.predella.images.Viewer;
import java.util.ArrayList;
import java.util.List;

/**
 * One question about the ledger as one SQL statement.
 *
 * <p>An image can be listed for somebody for several reasons: it is their own, it is public, it was shared with them.
 * Asked as one condition, no index fits, and a page costs as much as the table is long. So every reason becomes a
 * branch of its own that walks its own index and stops after one page, and the page is picked from the few rows that
 * the branches found (ADR 0006). No branch leaves out what another one finds: walking past those rows would cost more
 * than dropping the few that were found twice. What is searched for multiplies the branches for the same reason.
 */
final class ImageSearch {

    private static final List<SortKey> NEWEST_FIRST = ImageQuery.completed(List.of(), false);

    private static final String EVERYBODYS = "predella_ix_images_created";
    private static final String OF_OWNER = "predella_ix_images_owner_created";
    private static final String OF_VISIBILITY = "predella_ix_images_visibility_created";

    private final Dialect dialect;
    private final ImageQuery query;
    private final Viewer viewer;
    private final FilterSql filters;

    ImageSearch(Dialect dialect, ImageQuery query, Viewer viewer) {
        this.dialect = dialect;
        this.query = query;
        this.viewer = viewer;
        this.filters = new FilterSql(dialect);
    }

    /**
     * The rows of the page; in the opposite order when the list is walked backwards.
     *
     * @param marker the image behind which the page begins, or before which it ends; null for the first or last page
     */
    SqlText page(ImageRow marker) {
        var order = query.order();
        if (query.page().backwards()) {
            order = order.stream().map(SortKey::reversed).toList();
        }
        return rows("i.*", new SortSql(dialect, order, marker), query.page().limit());
    }

    /** Id, time of creation and some other columns of the newest of the images, whatever page was asked for. */
    SqlText newest(int limit, String... others) {
        var columns = new StringBuilder("i.id, i.created_at");
        for (String other : others) {
            columns.append(", i.").append(other);
        }
        return rows(columns.toString(), new SortSql(dialect, NEWEST_FIRST, null), limit);
    }

    private SqlText rows(String columns, SortSql sort, int limit) {
        var reasons = reasons();
        if (reasons.size() == 1) {
            return branch(columns, reasons.get(0), sort).add(sort.orderAndLimit(limit));
        }
        var union = new SqlText().add("SELECT i.* FROM (");
        for (int r = 0; r < reasons.size(); r++) {
            // A derived table is the one place where all databases let a part of a union have an order of its own.
            union.add(r == 0 ? "SELECT b.* FROM (" : " UNION SELECT b.* FROM (")
                    .add(branch(columns, reasons.get(r), sort))
                    .add(sort.orderAndLimit(limit))
                    .add(") b");
        }
        return union.add(") i").add(sort.orderAndLimit(limit));
    }

    /** How many images there are, up to that many, whatever page was asked for. */
    SqlText count(int limit) {
        var unordered = new SortSql(dialect, List.of(), null);
        var count = new SqlText().add("SELECT COUNT(*) FROM (");
        var separator = "";
        for (Reason reason : reasons()) {
            count.add(separator + "SELECT b.id FROM (")
                    .add(branch("i.id", reason, unordered))
                    .add(unordered.orderAndLimit(limit))
                    .add(") b");
            separator = " UNION ";
        }
        return count.add(") c");
    }

    /**
     * Why an image is found.
     *
     * @param condition which it meets
     * @param walk the index along which the newest of these images come first; null when there is none
     */
    private record Reason(SqlText condition, String walk) {

        private Reason and(SqlText other) {
            return new Reason(new SqlText().add(condition).add(other), walk);
        }
    }

    /** The reasons for which an image is found: it is listed for this viewer, and it is what was searched for. */
    private List<Reason> reasons() {
        var search = query.search();
        if (search.isEmpty()) {
            return branches();
        }
        var reasons = new ArrayList<Reason>();
        for (Reason branch : branches()) {
            for (SqlText hit : filters.hits(search.get())) {
                reasons.add(branch.and(new SqlText().add(" AND ").add(hit)));
            }
        }
        return reasons;
    }

    /** The reasons for which an image is listed for this viewer. */
    private List<Reason> branches() {
        var audience = query.audience();
        if (audience.reach() != ImageQuery.Reach.LISTED) {
            return List.of(within(audience));
        }
        if (viewer.administrator()) {
            return List.of(administratorSees());
        }
        if (audience.visibility() != null) {
            return branches(audience.visibility());
        }
        var branches = new ArrayList<Reason>();
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

    private List<Reason> branches(Image.Visibility wanted) {
        boolean hasProject = viewer.project() != null;
        return switch (wanted) {
            case PUBLIC, COMMUNITY -> List.of(visibilityIs(wanted));
            case PRIVATE -> List.of(hasProject ? own().and(is(wanted)) : nothing());
            case SHARED -> hasProject ? List.of(own().and(is(wanted)), sharedWithMe()) : List.of(nothing());
        };
    }

    /** What is the viewer's own, or offered to them, and nothing else. */
    private Reason within(ImageQuery.Audience audience) {
        if (viewer.project() == null) {
            return nothing();
        }
        var reason = audience.reach() == ImageQuery.Reach.OWN ? own() : sharedWithMe();
        return audience.visibility() == null ? reason : reason.and(is(audience.visibility()));
    }

    private static Reason nothing() {
        return new Reason(new SqlText().add(" AND 1 = 0"), null);
    }

    private Reason administratorSees() {
        var audience = query.audience();
        if (audience.visibility() != null) {
            return visibilityIs(audience.visibility());
        }
        if (audience.everything()) {
            return new Reason(new SqlText(), EVERYBODYS);
        }
        var seen = viewer.project() == null
                ? new SqlText().add(" AND i.visibility <> 'community'")
                : new SqlText().add(" AND (i.visibility <> 'community' OR i.owner = ?)", viewer.project());
        return new Reason(seen, EVERYBODYS);
    }

    private Reason own() {
        return new Reason(new SqlText().add(" AND i.owner = ?", viewer.project()), OF_OWNER);
    }

    /**
     * What others have shared with the viewer's project: it costs as much as there are such images. On PostgreSQL the
     * list of them is an array, or the planner would rather walk along all shared images in search of them.
     */
    private Reason sharedWithMe() {
        boolean array = dialect == Dialect.POSTGRESQL;
        var status = query.audience().memberStatus();
        var shared = is(Image.Visibility.SHARED)
                .add(array ? " AND i.id = ANY (ARRAY(" : " AND i.id IN (")
                .add(
                        "SELECT m.image_id FROM image_members m WHERE m.member = ? AND m.deleted = FALSE",
                        viewer.project());
        if (status != null) {
            shared.add(" AND m.status = ?", status.wireName());
        }
        return new Reason(shared.add(array ? "))" : ")"), null);
    }

    private static Reason visibilityIs(Image.Visibility visibility) {
        return new Reason(is(visibility), OF_VISIBILITY);
    }

    private static SqlText is(Image.Visibility visibility) {
        return new SqlText().add(" AND i.visibility = ?", visibility.wireName());
    }

    private SqlText branch(String columns, Reason reason, SortSql sort) {
        var branch = new SqlText()
                .add("SELECT " + columns + " FROM images i" + hint(reason, sort) + " WHERE i.deleted = FALSE")
                .add(reason.condition())
                .add(query.hidden() ? " AND i.os_hidden = TRUE" : " AND i.os_hidden = FALSE")
                .add(" AND i.status <> 'killed'");
        query.filters().stream()
                .filter(filter -> !(filter instanceof ImageQuery.Search))
                .forEach(filter -> branch.add(" AND ").add(filters.of(filter)));
        if (sort.hasMarker()) {
            branch.add(" AND ").add(sort.behindMarker());
        }
        return branch;
    }

    /**
     * Derby does not know that a few rows are enough and would rather sort all of them than walk along an index. Where
     * nothing but the order decides, it is told to walk.
     */
    private String hint(Reason reason, SortSql sort) {
        boolean walks = dialect == Dialect.DERBY
                && reason.walk() != null
                && query.filters().isEmpty()
                && !query.hidden()
                && sort.isNewestFirst();
        return walks ? " --DERBY-PROPERTIES index=" + reason.walk() + "\n" : "";
    }
}
