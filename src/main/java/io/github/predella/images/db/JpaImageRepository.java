package io.github.predella.images.db;

import io.github.predella.core.Page;
import io.github.predella.core.StorableText;
import io.github.predella.db.Dialect;
import io.github.predella.db.RowTimes;
import io.github.predella.db.SqlText;
import io.github.predella.images.Image;
import io.github.predella.images.ImageCount;
import io.github.predella.images.ImageFacets;
import io.github.predella.images.ImageFacets.Facet;
import io.github.predella.images.ImageFaults;
import io.github.predella.images.ImageQuery;
import io.github.predella.images.ImageRepository;
import io.github.predella.images.Viewer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** The ledger of images in the tables of the reference. A page of images costs two statements, three with a marker. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class JpaImageRepository implements ImageRepository {

    /** How many images are counted, and looked at for facets, by the embedded database: it takes several times as long. */
    private static final int MOST_ON_DERBY = 1_000;

    private EntityManager rows;
    private Dialect dialect;
    private LocationText locations;

    /** For the container's proxy only. */
    protected JpaImageRepository() {}

    @Inject
    public JpaImageRepository(EntityManager rows, Dialect dialect, LocationText locations) {
        this.rows = rows;
        this.dialect = dialect;
        this.locations = locations;
    }

    @Override
    public Optional<Image> find(String id) {
        return row(id).filter(row -> !row.deleted).map(this::withParts).filter(image -> !image.isGone());
    }

    @Override
    public void hold(String id) {
        if (!StorableText.is(id)) {
            return;
        }
        // A change that changes nothing holds the row on every database, without words of any one of them.
        rows.createQuery("UPDATE ImageRow i SET i.hidden = i.hidden WHERE i.id = :image")
                .setParameter("image", id)
                .executeUpdate();
    }

    @Override
    public boolean isTaken(String id) {
        return row(id).isPresent();
    }

    @Override
    public boolean isMember(String id, String project) {
        return !new SqlText()
                .add("SELECT id FROM image_members WHERE image_id = ? AND member = ? AND deleted = FALSE", id, project)
                .query(rows)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    @Override
    public Page<Image> page(ImageQuery query, Viewer viewer) {
        var marker = query.page().marker() == null ? null : marker(query.page().marker(), viewer);
        if (query.page().limit() == 0) {
            return new Page<>(List.of(), false);
        }
        var found = new ArrayList<>(search(query, viewer).page(marker).rows(rows, ImageRow.class));
        if (query.page().backwards()) {
            Collections.reverse(found);
        }
        var parts = ImageParts.read(
                rows, locations, found.stream().map(row -> row.id).toList());
        var images = found.stream()
                .map(row -> row.toImage(ImageParts.of(parts, row.id)))
                .toList();
        return new Page<>(images, images.size() == query.page().limit());
    }

    @Override
    public ImageCount count(ImageQuery query, Viewer viewer, int atMost) {
        var found = (Number) search(query, viewer).count(atMost + 1).query(rows).getSingleResult();
        return ImageCount.of(found.intValue(), atMost);
    }

    @Override
    public ImageFacets facets(ImageQuery query, Viewer viewer, Set<Facet> wanted, int among) {
        int most = most(among);
        var values = new FacetSql(rows, dialect, search(query, viewer), most).values(wanted);
        return new ImageFacets(values, most);
    }

    private int most(int wanted) {
        return dialect == Dialect.DERBY ? Math.min(wanted, MOST_ON_DERBY) : wanted;
    }

    private ImageSearch search(ImageQuery query, Viewer viewer) {
        return new ImageSearch(dialect, query, viewer);
    }

    @Override
    public void insert(Image image) {
        var row = ImageRow.of(image);
        rows.persist(row);
        rows.flush();
        rows.detach(row);
        new PartRows(rows, locations).insertAll(image);
    }

    @Override
    public boolean update(Image before, Image after) {
        var changes = new LinkedHashMap<String, Object>();
        changes.put("updatedAt", RowTimes.utc(after.updatedAt()));
        addIfChanged(changes, ImageRow.changeable(before), ImageRow.changeable(after));
        if (!change(after.id(), before.status(), changes)) {
            return false;
        }
        new PartRows(rows, locations).writeDifference(before, after);
        return true;
    }

    @Override
    public boolean move(String id, Image.Status from, Image.Status to, Instant when) {
        return change(id, from, Map.of("status", to.wireName(), "updatedAt", RowTimes.utc(when)));
    }

    @Override
    public boolean markGone(String id, Image.Status from, Image.Status to, Instant when) {
        var now = RowTimes.utc(when);
        var changes =
                Map.<String, Object>of("status", to.wireName(), "updatedAt", now, "deletedAt", now, "deleted", true);
        if (!change(id, from, changes)) {
            return false;
        }
        var parts = new PartRows(rows, locations);
        if (to == Image.Status.PENDING_DELETE) {
            parts.setApart(id, now);
        }
        parts.markAllDeleted(id, now);
        return true;
    }

    /** One conditional update: the stored status alone decides whether it happens. */
    private boolean change(String id, Image.Status from, Map<String, Object> changes) {
        var assignments = new StringBuilder();
        for (String field : changes.keySet()) {
            assignments.append(assignments.isEmpty() ? "" : ", ").append("i.").append(field);
            assignments.append(" = :").append(field);
        }
        var update = rows.createQuery("UPDATE ImageRow i SET " + assignments
                + " WHERE i.id = :id AND i.status = :from AND i.deleted = FALSE");
        changes.forEach(update::setParameter);
        return update.setParameter("id", id)
                        .setParameter("from", from.wireName())
                        .executeUpdate()
                == 1;
    }

    private static void addIfChanged(
            Map<String, Object> changes, Map<String, Object> before, Map<String, Object> after) {
        after.forEach((field, value) -> {
            if (!Objects.equals(before.get(field), value)) {
                changes.put(field, value);
            }
        });
    }

    private Optional<ImageRow> row(String id) {
        if (!StorableText.is(id)) {
            return Optional.empty();
        }
        return new SqlText()
                .add("SELECT i.* FROM images i WHERE i.id = ?", id).rows(rows, ImageRow.class).stream()
                        .findFirst();
    }

    private ImageRow marker(String id, Viewer viewer) {
        var row = row(id).orElseThrow(() -> ImageFaults.unknownMarker(id));
        if (row.deleted && !viewer.administrator()) {
            throw ImageFaults.unknownMarker(id);
        }
        var visibility = Image.Visibility.of(row.visibility);
        if (!viewer.finds(row.owner, visibility, () -> isMember(id, viewer.project()))) {
            throw ImageFaults.foreignMarker(id);
        }
        return row;
    }

    private Image withParts(ImageRow row) {
        return row.toImage(ImageParts.of(ImageParts.read(rows, locations, List.of(row.id)), row.id));
    }
}
