package io.github.predella.identity.embedded.db;

import io.github.predella.core.Fault;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import java.sql.SQLException;

/** Tells a name that is taken from other troubles of the database. */
final class Unique {

    /** The class of SQL states for integrity constraint violations (ISO 9075). */
    private static final String INTEGRITY = "23";

    private Unique() {}

    /** Sends what is pending, and turns the violation of a constraint into a Fault of kind CONFLICT. */
    static void flush(EntityManager rows, String taken) {
        try {
            rows.flush();
        } catch (PersistenceException failure) {
            for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
                if (cause instanceof SQLException sql
                        && sql.getSQLState() != null
                        && sql.getSQLState().startsWith(INTEGRITY)) {
                    throw Fault.conflict(
                            "Conflict occurred: " + taken + " exists already, or what it belongs to is gone.");
                }
            }
            throw failure;
        }
    }
}
