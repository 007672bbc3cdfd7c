package io.github.predella.tasks;

import io.github.predella.jobs.NodeName;
import java.util.Optional;
import java.util.Set;

/** Says which staging areas, or other places of work, this process can reach. Application-scoped beans; cheap and safe for any thread. */
public interface ServedPlaces {

    /** How the id of a process begins. No staging area has an id like that. */
    String PROCESS = "@";

    /** The ids of the areas, each at most 80 characters. */
    Set<String> ids();

    /**
     * The id of a process itself as a place, for tasks that nobody else can do because something is in its memory only.
     * Once the process is dead such tasks are given up.
     */
    static String ofProcess(NodeName node) {
        return PROCESS + node.text();
    }

    /** The process that a place is, if it is one. */
    static Optional<NodeName> process(String place) {
        return place != null && place.startsWith(PROCESS)
                ? Optional.of(new NodeName(place.substring(PROCESS.length())))
                : Optional.empty();
    }
}
