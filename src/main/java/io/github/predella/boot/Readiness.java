package io.github.predella.boot;

import io.github.predella.rest.Departure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/** Answers {@code /health/ready}: whether every part has started and requests reach them. */
@ApplicationScoped
@org.eclipse.microprofile.health.Readiness
public class Readiness implements HealthCheck {

    private StartState state;
    private Departure departure;

    /** For the container's proxy only. */
    protected Readiness() {}

    @Inject
    public Readiness(StartState state, Departure departure) {
        this.state = state;
        this.departure = departure;
    }

    @Override
    public HealthCheckResponse call() {
        var answer = HealthCheckResponse.named("predella");
        if (departure.hasBegun()) {
            return answer.down().withData("reason", "the service stops").build();
        }
        return state.isOpen()
                ? answer.up().build()
                : answer.down().withData("reason", "the service starts").build();
    }
}
