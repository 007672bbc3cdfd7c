-- Phase: expand. Safe while older nodes run: yes (new tables only).

-- Which processes are alive: each of them notes the time again and again.
CREATE TABLE predella_nodes (
    name VARCHAR(80) NOT NULL PRIMARY KEY,
    seen_at ${time} NOT NULL
)${table_options};

-- Uploads that run, so that what a dead process left can be found. The time is that of the beginning.
CREATE TABLE predella_uploads (
    image_id VARCHAR(36) NOT NULL PRIMARY KEY,
    node VARCHAR(80) NOT NULL,
    store VARCHAR(255) NOT NULL,
    begun_at ${time} NOT NULL
)${table_options};

-- Finds copies of deleted images that are still in their stores.
CREATE INDEX predella_ix_image_locations_status ON image_locations (status, deleted);
