package io.github.predella.metadefs;

/** What loading does with a namespace that is there already. */
public enum LoadMode {
    /** It stays as it is. */
    SKIP,
    /** It gets what it does not have yet. */
    ADD_MISSING,
    /** The same, and what it has is replaced; what only it has stays. */
    PREFER_NEW,
    /** It is deleted with all that is in it, and made anew. */
    OVERWRITE;

    /**
     * The mode that the options of the command line mean.
     *
     * @throws io.github.predella.core.Fault INVALID when they contradict each other
     */
    public static LoadMode of(boolean merge, boolean preferNew, boolean overwrite) {
        if (preferNew && overwrite) {
            throw MetadefFaults.bothOptions();
        }
        if (!merge && (preferNew || overwrite)) {
            throw MetadefFaults.mergeMissing();
        }
        if (!merge) {
            return SKIP;
        }
        if (preferNew) {
            return PREFER_NEW;
        }
        return overwrite ? OVERWRITE : ADD_MISSING;
    }
}
