package io.github.predella.db;

import io.github.predella.config.Seconds;
import io.github.predella.config.Secret;
import io.github.predella.config.Setting;

/**
 * Which database.
 *
 * @param connection {@code mysql+pymysql://…}, {@code postgresql://…}, or a JDBC address
 * @param maxRetries how often a start tries again; negative: for ever
 * @param retryInterval how long it waits between two tries
 */
public record DatabaseSettings(
        @Setting(
                key = "database.connection",
                fallback = "jdbc:derby:${predella.data_dir}/database;create=true",
                says = "address of the database: mysql+pymysql://…, postgresql://… or a JDBC address")
        Secret connection,

        @Setting(
                key = "database.max_retries",
                fallback = "10",
                says = "how often a start tries again to reach the database; negative: for ever")
        int maxRetries,

        @Setting(key = "database.retry_interval", fallback = "10", says = "seconds between two such tries")
        Seconds retryInterval) {}
