package io.github.predella.db;

import io.github.predella.config.Secret;
import io.github.predella.config.Setting;

/**
 * Which database.
 *
 * @param connection {@code mysql+pymysql://…}, {@code postgresql://…}, or a JDBC address
 */
public record DatabaseSettings(
        @Setting(
                key = "database.connection",
                fallback = "jdbc:derby:${predella.data_dir}/database;create=true",
                says = "address of the database: mysql+pymysql://…, postgresql://… or a JDBC address")
        Secret connection) {}
