-- Phase: expand. Safe while older nodes run: yes (a new type only).
-- The reference declares the visibility of an image as an enumeration of its own.
CREATE TYPE image_visibility AS ENUM ('private', 'public', 'shared', 'community');
