-- Phase: expand. Safe while older nodes run: yes (a new column of our own table, with a default).

-- How many bytes a running upload has announced; 0 when nobody knows. They count as used until the upload has ended.
ALTER TABLE predella_uploads ADD COLUMN expected BIGINT DEFAULT 0 NOT NULL;
