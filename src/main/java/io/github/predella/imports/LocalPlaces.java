package io.github.predella.imports;

import io.github.predella.data.StagingArea;
import io.github.predella.tasks.ServedPlaces;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;

/** This process imports what is staged in its own area; several processes may share one. */
@ApplicationScoped
public class LocalPlaces implements ServedPlaces {

    private StagingArea area;

    /** For the container's proxy only. */
    protected LocalPlaces() {}

    @Inject
    public LocalPlaces(StagingArea area) {
        this.area = area;
    }

    @Override
    public Set<String> ids() {
        return Set.of(area.id());
    }
}
