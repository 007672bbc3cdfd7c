-- Phase: expand. Safe while older nodes run: yes (a new table only).

-- The sessions of the dashboard: the id is a digest of the cookie, the token is encrypted with a key that only the
-- cookie knows. Times are milliseconds since 1970 (UTC).
CREATE TABLE predella_sessions (
    id VARCHAR(64) NOT NULL PRIMARY KEY,
    token VARCHAR(8000) NOT NULL,
    begun_at BIGINT NOT NULL,
    seen_at BIGINT NOT NULL
)${table_options};
