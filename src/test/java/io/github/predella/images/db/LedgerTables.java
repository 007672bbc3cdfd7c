package io.github.predella.images.db;

import io.github.predella.db.Dialect;
import io.github.predella.images.ImageRepository;
import io.github.predella.images.MemberRepository;
import io.github.predella.testing.DatabaseTables;

/** The tables of images and what is noted about their data. */
abstract class LedgerTables extends DatabaseTables {

    LedgerTables(Dialect dialect) {
        super(
                dialect,
                "image_locations",
                "image_members",
                "image_properties",
                "image_tags",
                "images",
                "predella_bin",
                "predella_uploads",
                "predella_nodes");
    }

    public ImageRepository images() {
        return new JpaImageRepository(database().rows(), dialect(), LocationText.PLAIN);
    }

    public MemberRepository members() {
        return new JpaMemberRepository(database().rows());
    }
}
