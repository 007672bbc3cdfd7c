package io.github.predella.data.db;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Plain statements, and the times in their rows: UTC without a zone, to the microsecond at most. */
record Rows(EntityManager entities) {

    /** Runs a statement and returns how many rows it has changed. */
    int change(String statement, Object... values) {
        return filled(statement, values).executeUpdate();
    }

    /** The rows of a query with more than one column. */
    @SuppressWarnings("unchecked")
    List<Object[]> find(String statement, Object... values) {
        return filled(statement, values).getResultList();
    }

    /** The first values of a query with one column. */
    @SuppressWarnings("unchecked")
    <T> List<T> some(int limit, String statement, Object... values) {
        return filled(statement, values).setMaxResults(limit).getResultList();
    }

    static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC).truncatedTo(ChronoUnit.MICROS);
    }

    private Query filled(String statement, Object... values) {
        var query = entities.createNativeQuery(statement);
        for (int i = 0; i < values.length; i++) {
            query.setParameter(i + 1, values[i]);
        }
        return query;
    }
}
