-- Phase: expand. Safe while older nodes run: yes (indexes only; building them locks writers out for that time).
-- What a page of the image list walks along: one range of one index for each way in which an image can be listed.
CREATE INDEX predella_ix_images_created ON images (deleted, created_at, id);
CREATE INDEX predella_ix_images_owner_created ON images (owner, deleted, created_at, id);
CREATE INDEX predella_ix_images_visibility_created ON images (visibility, deleted, created_at, id);
CREATE INDEX predella_ix_images_owner_name ON images (owner, deleted, name);
CREATE INDEX predella_ix_images_name ON images (name);
CREATE INDEX predella_ix_image_members_member ON image_members (member, deleted, status, image_id);
CREATE INDEX predella_ix_image_tags_value ON image_tags (value, deleted, image_id);
