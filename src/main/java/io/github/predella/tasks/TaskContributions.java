package io.github.predella.tasks;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** What other rooms bring to the tasks: work, checks of input, and the places that this process serves. */
@ApplicationScoped
public class TaskContributions {

    private Iterable<TaskWork> works;
    private Iterable<TaskInputCheck> checks;
    private Iterable<ServedPlaces> places;

    /** For the container's proxy only. */
    protected TaskContributions() {}

    @Inject
    public TaskContributions(
            @Any Instance<TaskWork> works, @Any Instance<TaskInputCheck> checks, @Any Instance<ServedPlaces> places) {
        this((Iterable<TaskWork>) works, checks, places);
    }

    public TaskContributions(Iterable<TaskWork> works, Iterable<TaskInputCheck> checks, Iterable<ServedPlaces> places) {
        this.works = works;
        this.checks = checks;
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

    /** The check of what callers bring for a type; empty when there is none. */
    Optional<TaskInputCheck> check(Task.Type type) {
        for (TaskInputCheck check : checks) {
            if (check.type() == type) {
                return Optional.of(check);
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
