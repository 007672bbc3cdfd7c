-- Phase: expand. Safe while older nodes run: yes (a new table only).

-- What was put into the tables of this deployment once, so that it does not come back after an operator has removed it.
CREATE TABLE predella_first_loads (
    name VARCHAR(64) NOT NULL PRIMARY KEY,
    loaded_at ${time} NOT NULL
)${table_options};
