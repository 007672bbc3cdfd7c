package io.github.predella.metadefs.db;

import io.github.predella.db.RowTimes;
import io.github.predella.db.SqlText;
import io.github.predella.metadefs.Part;
import io.github.predella.metadefs.PartRepository;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Parts of one kind in their table. The tables are alike but for the columns that hold what a part says.
 *
 * @param <P> the kind of part
 */
abstract class JpaParts<P extends Part> implements PartRepository<P> {

    /** Of one statement: databases limit how many values it may have. */
    private static final int MOST_ROWS = 32;

    private EntityManager rows;
    private Class<P> kind;
    private String table;
    private List<String> columns;

    /** For the container's proxies only. */
    JpaParts() {}

    /** @param columns those that hold what a part says, all of them texts */
    JpaParts(EntityManager rows, Class<P> kind, String table, List<String> columns) {
        this.rows = rows;
        this.kind = kind;
        this.table = table;
        this.columns = List.copyOf(columns);
    }

    /** What goes into the columns, null where there is nothing. */
    abstract List<String> texts(P part);

    /** The part that the columns hold; it need not have times. */
    abstract P part(String name, List<String> texts);

    @Override
    public List<P> list(int namespace) {
        return found(search(namespace).add(" ORDER BY p.id"));
    }

    @Override
    public Map<Integer, List<P>> lists(List<Integer> namespaces) {
        var lists = new HashMap<Integer, List<P>>();
        if (namespaces.isEmpty()) {
            return lists;
        }
        @SuppressWarnings("unchecked")
        List<Object[]> found = select(", p.namespace_id")
                .addIn(namespaces)
                .add(" ORDER BY p.id")
                .query(rows)
                .getResultList();
        found.forEach(
                row -> lists.computeIfAbsent(((Number) row[row.length - 1]).intValue(), number -> new ArrayList<>())
                        .add(part(row)));
        return lists;
    }

    @Override
    public Optional<P> find(int namespace, String name) {
        return found(search(namespace).add(" AND p.name = ?", name)).stream().findFirst();
    }

    private SqlText search(int namespace) {
        return select("").add(" = ?", namespace);
    }

    private SqlText select(String further) {
        var text = new SqlText().add("SELECT p.name, p.created_at, p.updated_at");
        columns.forEach(column -> text.add(", p." + column));
        return text.add(further + " FROM " + table + " p WHERE p.namespace_id");
    }

    private List<P> found(SqlText search) {
        @SuppressWarnings("unchecked")
        List<Object[]> found = search.query(rows).getResultList();
        return found.stream().map(this::part).toList();
    }

    private P part(Object[] row) {
        var texts = new ArrayList<String>();
        for (int i = 3; i < 3 + columns.size(); i++) {
            texts.add((String) row[i]);
        }
        var created = RowTimes.instant(RowTimes.read(row[1]));
        return kind.cast(part((String) row[0], texts).stored(created, RowTimes.instant(RowTimes.read(row[2]))));
    }

    @Override
    public List<P> insertAll(int namespace, List<P> wanted, Instant now) {
        int done = 0;
        while (done < wanted.size()) {
            // Powers of two, so that the database sees few different statements.
            int some = Integer.highestOneBit(Math.min(wanted.size() - done, MOST_ROWS));
            insert(namespace, wanted.subList(done, done + some), RowTimes.utc(now));
            done += some;
        }
        return wanted.stream().map(part -> kind.cast(part.stored(now, null))).toList();
    }

    private void insert(int namespace, List<P> some, LocalDateTime now) {
        var text = new SqlText().add("INSERT INTO " + table + " (namespace_id, name, created_at");
        columns.forEach(column -> text.add(", " + column));
        String before = ") VALUES ";
        for (P part : some) {
            text.add(before + "(?, ?, ?", namespace, part.name(), now);
            texts(part).forEach(value -> text.add(", ?", value));
            before = "), ";
        }
        text.add(")").query(rows).executeUpdate();
    }

    @Override
    public boolean update(int namespace, String name, P wanted, Instant now) {
        var text = new SqlText()
                .add("UPDATE " + table + " SET name = ?, updated_at = ?", wanted.name(), RowTimes.utc(now));
        var texts = texts(wanted);
        for (int i = 0; i < columns.size(); i++) {
            text.add(", " + columns.get(i) + " = ?", texts.get(i));
        }
        return text.add(" WHERE namespace_id = ? AND name = ?", namespace, name)
                        .query(rows)
                        .executeUpdate()
                == 1;
    }

    @Override
    public boolean delete(int namespace, String name) {
        return new SqlText()
                        .add("DELETE FROM " + table + " WHERE namespace_id = ? AND name = ?", namespace, name)
                        .query(rows)
                        .executeUpdate()
                == 1;
    }

    @Override
    public void deleteAll(int namespace) {
        new SqlText()
                .add("DELETE FROM " + table + " WHERE namespace_id = ?", namespace)
                .query(rows)
                .executeUpdate();
    }
}
