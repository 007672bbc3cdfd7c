-- Phase: contract. Safe while older nodes run: no. Of a version that exists in tests only.
DROP TABLE predella_newer_doomed;
