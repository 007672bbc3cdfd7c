package io.github.predella.identity.embedded;

/** The one domain. There is no other, and it cannot be changed, renamed or deleted. */
public final class Domain {

    /** Its id. */
    public static final String ID = "default";

    /** Its name. */
    public static final String NAME = "Default";

    private Domain() {}

    /** Whether a request that names a domain by this id means the one there is. */
    public static boolean hasId(String id) {
        return ID.equals(id);
    }
}
