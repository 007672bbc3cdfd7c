-- Phase: expand. Safe while older nodes run: yes (new tables only). Of a version that exists in tests only.
CREATE TABLE predella_newer_names (
    image_id VARCHAR(36) NOT NULL PRIMARY KEY,
    name VARCHAR(255)
)${table_options};
CREATE TABLE predella_newer_doomed (
    image_id VARCHAR(36) NOT NULL PRIMARY KEY
)${table_options};
