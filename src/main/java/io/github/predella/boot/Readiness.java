package io.github.predella.boot;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/** Answers {@code /health/ready}: whether every part has started. Until then requests may find no tables. */
@ApplicationScoped
@org.eclipse.microprofile.health.Readiness
public class Readiness implements HealthCheck {

    private StartState state;

    /** For the container's proxy only. */
    protected Readiness() {}

    @Inject
    public Readiness(StartState state) {
        this.state = state;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("predella").status(state.isComplete()).build();
    }
}
