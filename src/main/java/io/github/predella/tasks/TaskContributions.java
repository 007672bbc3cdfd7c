package io.github.predella.tasks;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** What other rooms bring to the tasks: work, ways in which callers start it, and the places that this process serves. */
@ApplicationScoped
public class TaskContributions {

    private Iterable<TaskWork> works;
    private Iterable<TaskOpening> openings;
    private Iterable<ServedPlaces> places;

    /** For the container's proxy only. */
    protected TaskContributions() {}

    @Inject
    public TaskContributions(
            @Any Instance<TaskWork> works, @Any Instance<TaskOpening> openings, @Any Instance<ServedPlaces> places) {
        this((Iterable<TaskWork>) works, openings, places);
    }

    public TaskContributions(Iterable<TaskWork> works, Iterable<TaskOpening> openings, Iterable<ServedPlaces> places) {
        this.works = works;
        this.openings = openings;
        this.places = places;
    }

    /** The work of a type; empty when nobody works for it. */
    Optional<TaskWork> work(Task.Type type) {
        for (TaskWork work : works) {
            if (work.type() == type) {
                return Optional.of(work);
            }
        }
        return Optional.empty();
    }

    /** How callers start tasks of a type; empty when nobody has a say in it. */
    Optional<TaskOpening> opening(Task.Type type) {
        for (TaskOpening opening : openings) {
            if (opening.type() == type) {
                return Optional.of(opening);
            }
        }
        return Optional.empty();
    }

    /** The places that this process serves. */
    Set<String> places() {
        var all = new HashSet<String>();
        places.forEach(served -> all.addAll(served.ids()));
        return all;
    }
}
