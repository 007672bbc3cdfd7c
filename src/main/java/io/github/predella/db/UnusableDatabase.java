package io.github.predella.db;

import java.util.List;

/** The tables are in a state in which this service does not touch them. The text is a sentence for the operator. */
public final class UnusableDatabase extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private UnusableDatabase(String sentence) {
        super(sentence);
    }

    static UnusableDatabase older(String revision) {
        return new UnusableDatabase("the database is at " + revision + " of the reference's tables, and "
                + ReferenceRevision.USABLE.get(0) + " is the oldest that can be used: bring it up to date by"
                + " glance-manage db_sync; nothing was changed");
    }

    static UnusableDatabase between(List<String> revisions) {
        return new UnusableDatabase("the database is between two revisions of the reference's tables ("
                + String.join(", ", revisions)
                + "): end the upgrade by glance-manage db_sync; nothing was changed");
    }

    static UnusableDatabase unknown(String revision) {
        return new UnusableDatabase("the database is at the revision " + revision + " of the reference's tables, which"
                + " this release does not know: use a newer release; nothing was changed");
    }
}
