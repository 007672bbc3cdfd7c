-- Phase: expand. Safe while older nodes run: yes (new tables only).
-- The tables of the reference service at its revision 2024_1_contract01, so that either service can use a database
-- that the other one made. On such a database this script counts as applied (baseline).

CREATE TABLE images (
    id VARCHAR(36) NOT NULL PRIMARY KEY,
    name VARCHAR(255),
    size BIGINT,
    status VARCHAR(30) NOT NULL,
    created_at ${time} NOT NULL,
    updated_at ${time},
    deleted_at ${time},
    deleted BOOLEAN NOT NULL,
    disk_format VARCHAR(20),
    container_format VARCHAR(20),
    checksum VARCHAR(32),
    os_hash_algo VARCHAR(64),
    os_hash_value VARCHAR(128),
    owner VARCHAR(255),
    min_disk INTEGER NOT NULL,
    min_ram INTEGER NOT NULL,
    protected BOOLEAN DEFAULT FALSE NOT NULL,
    virtual_size BIGINT,
    visibility ${visibility} DEFAULT 'shared' NOT NULL,
    os_hidden BOOLEAN DEFAULT FALSE NOT NULL
)${table_options};
CREATE INDEX checksum_image_idx ON images (checksum);
CREATE INDEX visibility_image_idx ON images (visibility);
CREATE INDEX ix_images_deleted ON images (deleted);
CREATE INDEX owner_image_idx ON images (owner);
CREATE INDEX created_at_image_idx ON images (created_at);
CREATE INDEX updated_at_image_idx ON images (updated_at);
CREATE INDEX os_hidden_image_idx ON images (os_hidden);
CREATE INDEX os_hash_value_image_idx ON images (os_hash_value);

CREATE TABLE image_properties (
    id ${row_number} PRIMARY KEY,
    image_id VARCHAR(36) NOT NULL REFERENCES images (id),
    name VARCHAR(255) NOT NULL,
    value ${text},
    created_at ${time} NOT NULL,
    updated_at ${time},
    deleted_at ${time},
    deleted BOOLEAN NOT NULL,
    CONSTRAINT ix_image_properties_image_id_name UNIQUE (image_id, name)
)${table_options};
CREATE INDEX ix_image_properties_image_id ON image_properties (image_id);
CREATE INDEX ix_image_properties_deleted ON image_properties (deleted);

CREATE TABLE image_tags (
    id ${row_number} PRIMARY KEY,
    image_id VARCHAR(36) NOT NULL REFERENCES images (id),
    value VARCHAR(255) NOT NULL,
    created_at ${time} NOT NULL,
    updated_at ${time},
    deleted_at ${time},
    deleted BOOLEAN NOT NULL
)${table_options};
CREATE INDEX ix_image_tags_image_id ON image_tags (image_id);
CREATE INDEX ix_image_tags_image_id_tag_value ON image_tags (image_id, value);

CREATE TABLE image_locations (
    id ${row_number} PRIMARY KEY,
    image_id VARCHAR(36) NOT NULL REFERENCES images (id),
    value ${text} NOT NULL,
    meta_data ${text},
    status VARCHAR(30) DEFAULT 'active' NOT NULL,
    created_at ${time} NOT NULL,
    updated_at ${time},
    deleted_at ${time},
    deleted BOOLEAN NOT NULL
)${table_options};
CREATE INDEX ix_image_locations_image_id ON image_locations (image_id);
CREATE INDEX ix_image_locations_deleted ON image_locations (deleted);

CREATE TABLE image_members (
    id ${row_number} PRIMARY KEY,
    image_id VARCHAR(36) NOT NULL REFERENCES images (id),
    member VARCHAR(255) NOT NULL,
    can_share BOOLEAN NOT NULL,
    status VARCHAR(20) DEFAULT 'pending' NOT NULL,
    created_at ${time} NOT NULL,
    updated_at ${time},
    deleted_at ${time},
    deleted BOOLEAN NOT NULL,
    CONSTRAINT image_members_image_id_member_deleted_at_key UNIQUE (image_id, member, deleted_at)
)${table_options};
CREATE INDEX ix_image_members_deleted ON image_members (deleted);
CREATE INDEX ix_image_members_image_id ON image_members (image_id);
CREATE INDEX ix_image_members_image_id_member ON image_members (image_id, member);

CREATE TABLE tasks (
    id VARCHAR(36) NOT NULL PRIMARY KEY,
    type VARCHAR(30) NOT NULL,
    status VARCHAR(30) NOT NULL,
    owner VARCHAR(255) NOT NULL,
    expires_at ${time},
    image_id VARCHAR(36),
    request_id VARCHAR(64),
    user_id VARCHAR(64),
    created_at ${time} NOT NULL,
    updated_at ${time},
    deleted_at ${time},
    deleted BOOLEAN NOT NULL
)${table_options};
CREATE INDEX ix_tasks_type ON tasks (type);
CREATE INDEX ix_tasks_status ON tasks (status);
CREATE INDEX ix_tasks_owner ON tasks (owner);
CREATE INDEX ix_tasks_deleted ON tasks (deleted);
CREATE INDEX ix_tasks_image_id ON tasks (image_id);
CREATE INDEX ix_tasks_updated_at ON tasks (updated_at);

CREATE TABLE task_info (
    task_id VARCHAR(36) NOT NULL PRIMARY KEY REFERENCES tasks (id),
    ${input} ${text},
    result ${text},
    message ${text}
)${table_options};

CREATE TABLE node_reference (
    node_reference_id ${big_row_number} PRIMARY KEY,
    node_reference_url VARCHAR(255) NOT NULL,
    CONSTRAINT uq_node_reference_node_reference_url UNIQUE (node_reference_url)
)${table_options};

CREATE TABLE cached_images (
    id ${big_row_number} PRIMARY KEY,
    image_id VARCHAR(36) NOT NULL,
    last_accessed ${time} NOT NULL,
    last_modified ${time} NOT NULL,
    size BIGINT NOT NULL,
    hits INTEGER NOT NULL,
    checksum VARCHAR(32),
    node_reference_id BIGINT NOT NULL REFERENCES node_reference (node_reference_id),
    CONSTRAINT ix_cached_images_image_id_node_reference_id UNIQUE (image_id, node_reference_id)
)${table_options};

CREATE TABLE metadef_namespaces (
    id ${row_number} PRIMARY KEY,
    namespace VARCHAR(80) NOT NULL,
    display_name VARCHAR(80),
    description ${text},
    visibility VARCHAR(32),
    protected BOOLEAN,
    owner VARCHAR(255) NOT NULL,
    created_at ${time} NOT NULL,
    updated_at ${time},
    CONSTRAINT uq_metadef_namespaces_namespace UNIQUE (namespace)
)${table_options};
CREATE INDEX ix_metadef_namespaces_owner ON metadef_namespaces (owner);

CREATE TABLE metadef_objects (
    id ${row_number} PRIMARY KEY,
    namespace_id INTEGER NOT NULL REFERENCES metadef_namespaces (id),
    name VARCHAR(80) NOT NULL,
    description ${text},
    required ${text},
    json_schema ${text} NOT NULL,
    created_at ${time} NOT NULL,
    updated_at ${time},
    CONSTRAINT uq_metadef_objects_namespace_id_name UNIQUE (namespace_id, name)
)${table_options};
CREATE INDEX ix_metadef_objects_name ON metadef_objects (name);

CREATE TABLE metadef_properties (
    id ${row_number} PRIMARY KEY,
    namespace_id INTEGER NOT NULL REFERENCES metadef_namespaces (id),
    name VARCHAR(80) NOT NULL,
    json_schema ${text} NOT NULL,
    created_at ${time} NOT NULL,
    updated_at ${time},
    CONSTRAINT uq_metadef_properties_namespace_id_name UNIQUE (namespace_id, name)
)${table_options};
CREATE INDEX ix_metadef_properties_name ON metadef_properties (name);

CREATE TABLE metadef_tags (
    id ${row_number} PRIMARY KEY,
    namespace_id INTEGER NOT NULL REFERENCES metadef_namespaces (id),
    name VARCHAR(80) NOT NULL,
    created_at ${time} NOT NULL,
    updated_at ${time},
    CONSTRAINT uq_metadef_tags_namespace_id_name UNIQUE (namespace_id, name)
)${table_options};
CREATE INDEX ix_metadef_tags_name ON metadef_tags (name);

CREATE TABLE metadef_resource_types (
    id ${row_number} PRIMARY KEY,
    name VARCHAR(80) NOT NULL,
    protected BOOLEAN NOT NULL,
    created_at ${time} NOT NULL,
    updated_at ${time},
    CONSTRAINT uq_metadef_resource_types_name UNIQUE (name)
)${table_options};

CREATE TABLE metadef_namespace_resource_types (
    resource_type_id INTEGER NOT NULL REFERENCES metadef_resource_types (id),
    namespace_id INTEGER NOT NULL REFERENCES metadef_namespaces (id),
    properties_target VARCHAR(80),
    prefix VARCHAR(80),
    created_at ${time} NOT NULL,
    updated_at ${time},
    PRIMARY KEY (resource_type_id, namespace_id)
)${table_options};
CREATE INDEX ix_metadef_ns_res_types_namespace_id ON metadef_namespace_resource_types (namespace_id);

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL PRIMARY KEY
)${table_options};
INSERT INTO alembic_version (version_num) VALUES ('2024_1_contract01');
