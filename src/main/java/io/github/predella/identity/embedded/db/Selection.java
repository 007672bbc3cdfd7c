package io.github.predella.identity.embedded.db;

import io.github.predella.core.StorableText;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.TypedQuery;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Rows whose attributes have certain values; what is not asked for is not compared. */
final class Selection {

    private final Map<String, Object> wanted = new LinkedHashMap<>();
    private boolean impossible;

    /**
     * Adds a condition.
     *
     * @param attribute of the row, a name from our own source
     * @param value what it must equal; null sets no condition
     */
    Selection where(String attribute, Object value) {
        if (value instanceof String text && !StorableText.is(text)) {
            impossible = true;
        } else if (value != null) {
            wanted.put(attribute, value);
        }
        return this;
    }

    /** Reads them in the order of some attributes. */
    <R> TypedQuery<R> read(EntityManager rows, Class<R> type, String order, int limit) {
        var jpql = "SELECT r FROM " + type.getSimpleName() + " r" + conditions() + " ORDER BY " + order;
        var query = rows.createQuery(jpql, type).setMaxResults(limit);
        fill(query);
        return query;
    }

    /** Deletes them and tells how many there were. */
    int delete(EntityManager rows, Class<?> type) {
        var query = rows.createQuery("DELETE FROM " + type.getSimpleName() + " r" + conditions());
        fill(query);
        return query.executeUpdate();
    }

    /** The row of an id, if there is one. */
    static <R> Optional<R> find(EntityManager rows, Class<R> type, String id) {
        return StorableText.is(id) ? Optional.ofNullable(rows.find(type, id)) : Optional.empty();
    }

    private String conditions() {
        if (impossible) {
            return " WHERE 1 = 0";
        }
        return wanted.isEmpty()
                ? ""
                : wanted.keySet().stream()
                        .map(attribute -> "r." + attribute + " = :" + attribute)
                        .collect(Collectors.joining(" AND ", " WHERE ", ""));
    }

    private void fill(Query query) {
        if (!impossible) {
            wanted.forEach(query::setParameter);
        }
    }
}
