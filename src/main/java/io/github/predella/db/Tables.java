package io.github.predella.db;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;

/** Which tables the database of a connection has, in the schema that unqualified names lead to. */
final class Tables {

    private Tables() {}

    /** @param name in lower case */
    static boolean have(Connection connection, String name) throws SQLException {
        var described = connection.getMetaData();
        String stored = described.storesUpperCaseIdentifiers() ? name.toUpperCase(Locale.ROOT) : name;
        try (var found = described.getTables(connection.getCatalog(), connection.getSchema(), stored, null)) {
            while (found.next()) {
                if (found.getString("TABLE_NAME").equalsIgnoreCase(name)) {
                    return true;
                }
            }
            return false;
        }
    }
}
