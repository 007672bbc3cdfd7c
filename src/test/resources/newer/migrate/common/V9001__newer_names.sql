-- Phase: migrate. Safe while older nodes run: yes. Of a version that exists in tests only.
INSERT INTO predella_newer_names (image_id, name) SELECT id, name FROM images;
