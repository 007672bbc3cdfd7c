-- Phase: expand. Safe while older nodes run: yes (a new table only). Older nodes keep no copies.

-- The images that nodes are to fetch into their caches, oldest first; node is the name that the node has in
-- node_reference.
CREATE TABLE predella_cache_queue (
    id ${big_row_number} PRIMARY KEY,
    image_id VARCHAR(36) NOT NULL,
    node VARCHAR(255) NOT NULL,
    since ${time} NOT NULL,
    CONSTRAINT predella_uq_cache_queue_node_image UNIQUE (node, image_id)
)${table_options};
