-- Phase: expand. Safe while older nodes run: yes (indexes only).

-- Derby walks an index in its own direction only, and lists begin with the newest image: without these a page of 25
-- sorts all images of its project.
DROP INDEX predella_ix_images_created;
DROP INDEX predella_ix_images_owner_created;
DROP INDEX predella_ix_images_visibility_created;
CREATE INDEX predella_ix_images_created ON images (deleted, created_at DESC, id DESC);
CREATE INDEX predella_ix_images_owner_created ON images (owner, deleted, created_at DESC, id DESC);
CREATE INDEX predella_ix_images_visibility_created ON images (visibility, deleted, created_at DESC, id DESC);
