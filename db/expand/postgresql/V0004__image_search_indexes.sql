-- Phase: expand. Safe while older nodes run: yes (indexes only; building them locks writers out for that time).
-- Sorting by name takes a missing name for an empty one. Property values are text of any length, of which the first
-- part is indexed, in one text with the name: of one text the planner knows how common it is (src/adr/0006).
CREATE INDEX predella_ix_images_owner_sort_name ON images (owner, deleted, (COALESCE(name, '')), created_at, id);
CREATE INDEX predella_ix_images_visibility_sort_name
    ON images (visibility, deleted, (COALESCE(name, '')), created_at, id);
CREATE INDEX predella_ix_image_properties_value
    ON image_properties ((length(name)::text || ':' || name || LEFT(value, 200)), image_id);
