package io.github.predella.db;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A statement in the making: its text and, in step with it, the values of its parameters. For one thread. */
public final class SqlText {

    private final StringBuilder text = new StringBuilder();
    private final List<Object> values = new ArrayList<>();

    /** Appends words; each {@code ?} in them takes the next of the values. */
    public SqlText add(String words, Object... parameters) {
        text.append(words);
        values.addAll(Arrays.asList(parameters));
        return this;
    }

    /** Appends another statement with its values. */
    public SqlText add(SqlText other) {
        text.append(other.text);
        values.addAll(other.values);
        return this;
    }

    /**
     * Appends {@code IN (?, …)}. The list is filled up to the next of a few lengths by repeating its last value, so
     * that the database sees few different statements.
     */
    public SqlText addIn(List<?> list) {
        int length = 1;
        while (length < list.size()) {
            length *= 2;
        }
        text.append(" IN (?").append(", ?".repeat(length - 1)).append(')');
        for (int i = 0; i < length; i++) {
            values.add(list.get(Math.min(i, list.size() - 1)));
        }
        return this;
    }

    /** The statement, ready to be sent. */
    public Query query(EntityManager rows) {
        return filled(rows.createNativeQuery(text.toString()));
    }

    /**
     * The whole rows of an entity as they are now. They are cut off from the entity manager at once: it would neither
     * notice what statements change nor let go of a thousand rows before the end of the transaction.
     */
    @SuppressWarnings("unchecked")
    public <R> List<R> rows(EntityManager rows, Class<R> entity) {
        List<R> found = filled(rows.createNativeQuery(text.toString(), entity)).getResultList();
        found.forEach(rows::detach);
        return found;
    }

    private Query filled(Query query) {
        for (int i = 0; i < values.size(); i++) {
            query.setParameter(i + 1, values.get(i));
        }
        return query;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
