package io.github.predella.tasks;

import java.util.Set;

/** Says which staging areas this process can reach. Application-scoped beans; cheap and safe for any thread. */
public interface ServedPlaces {

    /** The ids of the areas, each at most 80 characters. */
    Set<String> ids();
}
