-- Phase: expand. Safe while older nodes run: yes (new tables and an index; building the index locks writers out for
-- that time).

-- What projects may have, as set through the identity API. A row without a project (an empty text) is the default for
-- all projects; a negative amount is no limit.
CREATE TABLE predella_limits (
    id VARCHAR(64) NOT NULL PRIMARY KEY,
    project_id VARCHAR(64) NOT NULL,
    resource_name VARCHAR(64) NOT NULL,
    amount BIGINT NOT NULL,
    region_id VARCHAR(255),
    description VARCHAR(4000),
    CONSTRAINT predella_uq_limits UNIQUE (project_id, resource_name)
)${table_options};

-- One row for each turn that requests wait for while quotas are hard; every project has one of them, shared with others.
CREATE TABLE predella_quota_turns (
    turn INTEGER NOT NULL PRIMARY KEY,
    taken BIGINT NOT NULL
)${table_options};

INSERT INTO predella_quota_turns (turn, taken) VALUES
    (0, 0), (1, 0), (2, 0), (3, 0), (4, 0), (5, 0), (6, 0), (7, 0),
    (8, 0), (9, 0), (10, 0), (11, 0), (12, 0), (13, 0), (14, 0), (15, 0),
    (16, 0), (17, 0), (18, 0), (19, 0), (20, 0), (21, 0), (22, 0), (23, 0),
    (24, 0), (25, 0), (26, 0), (27, 0), (28, 0), (29, 0), (30, 0), (31, 0),
    (32, 0), (33, 0), (34, 0), (35, 0), (36, 0), (37, 0), (38, 0), (39, 0),
    (40, 0), (41, 0), (42, 0), (43, 0), (44, 0), (45, 0), (46, 0), (47, 0),
    (48, 0), (49, 0), (50, 0), (51, 0), (52, 0), (53, 0), (54, 0), (55, 0),
    (56, 0), (57, 0), (58, 0), (59, 0), (60, 0), (61, 0), (62, 0), (63, 0);

-- Counts a project's images by status without reading them.
CREATE INDEX predella_ix_images_owner_usage ON images (owner, deleted, status, size, id);
