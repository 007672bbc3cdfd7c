-- Phase: expand. Safe while older nodes run: yes (new tables only). Older nodes keep no copies.

-- The copies in the caches of all nodes; node is the name that a node goes by. The reference has tables like this one
-- only since its revision 2024_1_contract01, and ours is to work on databases of older ones.
CREATE TABLE predella_cached_images (
    id ${big_row_number} PRIMARY KEY,
    image_id VARCHAR(36) NOT NULL,
    node VARCHAR(255) NOT NULL,
    last_accessed ${time} NOT NULL,
    last_modified ${time} NOT NULL,
    size BIGINT NOT NULL,
    hits INTEGER NOT NULL,
    checksum VARCHAR(32),
    CONSTRAINT predella_uq_cached_images_node_image UNIQUE (node, image_id)
)${table_options};
CREATE INDEX predella_ix_cached_images_image ON predella_cached_images (image_id);

-- The images that nodes are to fetch into their caches, oldest first.
CREATE TABLE predella_cache_queue (
    id ${big_row_number} PRIMARY KEY,
    image_id VARCHAR(36) NOT NULL,
    node VARCHAR(255) NOT NULL,
    since ${time} NOT NULL,
    CONSTRAINT predella_uq_cache_queue_node_image UNIQUE (node, image_id)
)${table_options};
