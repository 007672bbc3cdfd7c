-- Phase: expand. Safe while older nodes run: yes (new tables only).

-- Data that waits for an import, or is coming in to do so. The area is the id of the directory that holds it; what was
-- measured on the way is there once the data is complete.
CREATE TABLE predella_staged (
    image_id VARCHAR(36) NOT NULL PRIMARY KEY,
    area VARCHAR(36) NOT NULL,
    complete BOOLEAN NOT NULL,
    bytes BIGINT NOT NULL,
    checksum VARCHAR(32),
    algorithm VARCHAR(64),
    digest VARCHAR(128),
    findings ${text},
    staged_at ${time} NOT NULL
)${table_options};

CREATE INDEX predella_ix_staged_area ON predella_staged (area);

-- Uploads that can be resumed. The received bytes are those that have reached the device; sums (what the data is
-- expected to have) and caller (who has begun it) are JSON, import_request is too, or empty.
CREATE TABLE predella_upload_sessions (
    id VARCHAR(36) NOT NULL PRIMARY KEY,
    image_id VARCHAR(36) NOT NULL,
    area VARCHAR(36) NOT NULL,
    total_bytes BIGINT NOT NULL,
    received_bytes BIGINT NOT NULL,
    sums VARCHAR(1000) NOT NULL,
    caller VARCHAR(4000) NOT NULL,
    import_request ${text} NOT NULL,
    complete BOOLEAN NOT NULL,
    touched_at ${time} NOT NULL,
    CONSTRAINT predella_uq_upload_sessions_image UNIQUE (image_id)
)${table_options};

CREATE INDEX predella_ix_upload_sessions_area ON predella_upload_sessions (area);
