package io.github.predella.db;

import java.util.List;

/** The tables are not what this version works with. The message is a sentence for the operator. */
public final class SchemaProblem extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private SchemaProblem(String message) {
        super(message);
    }

    static SchemaProblem outOfTurn(Phase wanted, Phase first) {
        return new SchemaProblem("the phase " + wanted.word() + " comes after the phase " + first.word()
                + ", of which scripts are missing: run predella db " + first.word() + " first");
    }

    static SchemaProblem behind(int scripts) {
        return new SchemaProblem("the database lacks " + scripts + " scripts of this version, and [predella]"
                + " migrate_on_start is false: run predella db expand");
    }

    static SchemaProblem contracted() {
        return new SchemaProblem(
                "the database was brought up to a newer version and contracted, so that this one cannot use it any more");
    }

    static SchemaProblem controlled() {
        return new SchemaProblem("the database is under version control already");
    }

    static SchemaProblem withoutTables() {
        return new SchemaProblem("the database has no tables yet: run predella db sync");
    }

    static SchemaProblem tooOld(String revision) {
        return new SchemaProblem("the database is at " + revision + " of the reference's tables, and "
                + ReferenceRevision.USABLE.get(0) + " is the oldest that can be used: bring it up to date by"
                + " glance-manage db_sync; nothing was changed");
    }

    static SchemaProblem between(List<String> revisions) {
        return new SchemaProblem("the database is between two revisions of the reference's tables ("
                + String.join(", ", revisions)
                + "): end the upgrade by glance-manage db_sync; nothing was changed");
    }

    static SchemaProblem unknown(String revision) {
        return new SchemaProblem("the database is at the revision " + revision + " of the reference's tables, which"
                + " this release does not know: use a newer release; nothing was changed");
    }
}
