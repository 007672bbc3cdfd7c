package io.github.predella.dashboard.quota;

import io.github.predella.dashboard.ActiveCaller;
import io.github.predella.quota.UsageService;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** What the project has, and how much it may have. */
@Named("quota")
@RequestScoped
public class QuotaBean {

    private UsageService usage;
    private ActiveCaller active;
    private List<Meter> meters;

    /** For the container's proxy only. */
    protected QuotaBean() {}

    @Inject
    public QuotaBean(UsageService usage, ActiveCaller active) {
        this.usage = usage;
        this.active = active;
    }

    /** The limits in the order of the API, those included that are none. */
    public List<Meter> getMeters() {
        if (meters == null) {
            meters =
                    usage.figures(active.getProjectId()).stream().map(Meter::of).toList();
        }
        return meters;
    }
}
