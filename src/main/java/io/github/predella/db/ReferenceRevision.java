package io.github.predella.db;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * At which revision of its own the reference left its tables. A database that the reference made stays the reference's:
 * its tables are changed by its own commands only (src/adr/0017).
 */
final class ReferenceRevision {

    /** The revisions, from the oldest one, whose tables have every column that this service reads and writes. */
    static final List<String> USABLE = List.of(
            "wallaby_contract01",
            "xena_contract01",
            "yoga_contract01",
            "zed_contract01",
            "2023_1_contract01",
            "2024_1_contract01");

    private static final List<String> OLDER = List.of(
            "liberty", "mitaka", "ocata", "pike", "queens", "rocky", "stein", "train", "ussuri", "wallaby_expand");

    private ReferenceRevision() {}

    /**
     * Insists on tables that this service can use, or none.
     *
     * @throws SchemaProblem with a sentence that says what to do
     */
    static void require(Connection connection) throws SQLException {
        if (!Tables.have(connection, "images")) {
            return;
        }
        var found = of(connection);
        if (found.isEmpty()) {
            // Without a revision the tables are from before the reference noted one, or our own ones, half made.
            if (!Tables.have(connection, Phase.EXPAND.history())) {
                throw SchemaProblem.tooOld("an unknown revision");
            }
            return;
        }
        for (String revision : found) {
            if (OLDER.stream().anyMatch(revision::startsWith)) {
                throw SchemaProblem.tooOld("the revision " + revision);
            }
        }
        if (found.size() > 1 || found.get(0).contains("_expand")) {
            throw SchemaProblem.between(found);
        }
        if (!USABLE.contains(found.get(0))) {
            throw SchemaProblem.unknown(found.get(0));
        }
    }

    /** What the reference has noted down; empty when it never was here. */
    static List<String> of(Connection connection) throws SQLException {
        var found = new ArrayList<String>();
        if (Tables.have(connection, "alembic_version")) {
            try (var statement = connection.createStatement();
                    var rows = statement.executeQuery("SELECT version_num FROM alembic_version ORDER BY version_num")) {
                while (rows.next()) {
                    found.add(rows.getString(1));
                }
            }
        }
        return found;
    }
}
