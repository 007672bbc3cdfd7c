-- Phase: expand. Safe while older nodes run: yes (a new table only). Older nodes delete at once what they are asked to.

-- Deleted images whose data is kept for a while (their status in the table images is pending_delete): the status that
-- they had before, and whether the removal of their data has begun, after which none of them comes back. Images that the
-- reference has deleted have no row until then.
CREATE TABLE predella_bin (
    image_id VARCHAR(36) NOT NULL PRIMARY KEY,
    status VARCHAR(30) NOT NULL,
    emptying BOOLEAN NOT NULL
)${table_options};
