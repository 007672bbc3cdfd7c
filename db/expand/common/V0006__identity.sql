-- Phase: expand. Safe while older nodes run: yes (new tables only).
-- The built-in identity service. Times are milliseconds since 1970 (UTC): exact and alike on every database, which
-- matters when a token issued in the same second as a change of password has to be judged.

CREATE TABLE predella_users (
    id VARCHAR(64) NOT NULL PRIMARY KEY,
    name VARCHAR(255) NOT NULL,
    enabled BOOLEAN NOT NULL,
    default_project_id VARCHAR(64),
    password VARCHAR(255),
    tokens_from BIGINT NOT NULL,
    extra VARCHAR(4000) NOT NULL,
    CONSTRAINT predella_uq_users_name UNIQUE (name)
)${table_options};

CREATE TABLE predella_projects (
    id VARCHAR(64) NOT NULL PRIMARY KEY,
    name VARCHAR(64) NOT NULL,
    description VARCHAR(4000) NOT NULL,
    enabled BOOLEAN NOT NULL,
    tokens_from BIGINT NOT NULL,
    extra VARCHAR(4000) NOT NULL,
    CONSTRAINT predella_uq_projects_name UNIQUE (name)
)${table_options};

CREATE TABLE predella_roles (
    id VARCHAR(64) NOT NULL PRIMARY KEY,
    name VARCHAR(255) NOT NULL,
    description VARCHAR(255),
    CONSTRAINT predella_uq_roles_name UNIQUE (name)
)${table_options};

-- Who has which role where: kind is PROJECT, DOMAIN or SYSTEM, target the id of the project or domain, or 'all'.
CREATE TABLE predella_grants (
    user_id VARCHAR(64) NOT NULL,
    kind VARCHAR(8) NOT NULL,
    target VARCHAR(64) NOT NULL,
    role_id VARCHAR(64) NOT NULL,
    PRIMARY KEY (user_id, kind, target, role_id),
    CONSTRAINT predella_fk_grants_user FOREIGN KEY (user_id) REFERENCES predella_users (id) ON DELETE CASCADE,
    CONSTRAINT predella_fk_grants_role FOREIGN KEY (role_id) REFERENCES predella_roles (id) ON DELETE CASCADE
)${table_options};

CREATE INDEX predella_ix_grants_target ON predella_grants (target, kind);

-- Roles: ids between commas, at most 120.
CREATE TABLE predella_application_credentials (
    id VARCHAR(64) NOT NULL PRIMARY KEY,
    user_id VARCHAR(64) NOT NULL,
    project_id VARCHAR(64) NOT NULL,
    name VARCHAR(255) NOT NULL,
    description VARCHAR(255),
    secret VARCHAR(255) NOT NULL,
    roles VARCHAR(4000) NOT NULL,
    expires BIGINT,
    unrestricted BOOLEAN NOT NULL,
    CONSTRAINT predella_uq_app_credentials_name UNIQUE (user_id, name),
    CONSTRAINT predella_fk_app_credentials_user FOREIGN KEY (user_id)
        REFERENCES predella_users (id) ON DELETE CASCADE,
    CONSTRAINT predella_fk_app_credentials_project FOREIGN KEY (project_id)
        REFERENCES predella_projects (id) ON DELETE CASCADE
)${table_options};

-- What tokens are signed with, in base64. Whoever reads this table can make tokens; guard backups accordingly.
CREATE TABLE predella_token_keys (
    id INTEGER NOT NULL PRIMARY KEY,
    secret VARCHAR(255) NOT NULL,
    created BIGINT NOT NULL
)${table_options};

-- Tokens made void before their end, until that end.
CREATE TABLE predella_revocations (
    audit_id VARCHAR(64) NOT NULL PRIMARY KEY,
    until BIGINT NOT NULL
)${table_options};

CREATE INDEX predella_ix_revocations_until ON predella_revocations (until);
