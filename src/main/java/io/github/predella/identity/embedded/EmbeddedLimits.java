package io.github.predella.identity.embedded;

import io.github.predella.quota.ConfigLimits;
import io.github.predella.quota.Limits;
import io.github.predella.quota.ProjectLimits;
import io.github.predella.quota.QuotaSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;

/**
 * The limits that administrators have set through the identity API. A project's own limit stands over the default of all
 * projects, which stands over the configuration.
 */
@ApplicationScoped
@Typed(EmbeddedLimits.class)
public class EmbeddedLimits implements Limits {

    private Limits configured;
    private LimitRepository limits;

    /** For the container's proxy only. */
    protected EmbeddedLimits() {}

    @Inject
    public EmbeddedLimits(QuotaSettings settings, LimitRepository limits) {
        this.configured = new ConfigLimits(settings);
        this.limits = limits;
    }

    @Override
    public ProjectLimits of(String project) {
        var allowed = configured.of(project);
        for (StoredLimit limit : limits.effective(project)) {
            allowed = allowed.with(limit.resource(), limit.amount());
        }
        return allowed;
    }
}
