-- Phase: expand. Safe while older nodes run: yes (a new table only).

-- Which process has the right to do a job that one node of all is to do, and until when. The epoch goes up whenever the
-- right changes hands, so that whoever had it before can tell that it came too late.
CREATE TABLE predella_leases (
    name VARCHAR(80) NOT NULL PRIMARY KEY,
    owner VARCHAR(80) NOT NULL,
    expires_at ${time} NOT NULL,
    epoch BIGINT NOT NULL
)${table_options};
