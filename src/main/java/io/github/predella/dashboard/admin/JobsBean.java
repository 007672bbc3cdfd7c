package io.github.predella.dashboard.admin;

import io.github.predella.dashboard.FacesAnswer;
import io.github.predella.dashboard.Notices;
import io.github.predella.jobs.JobClock;
import io.github.predella.jobs.JobStates;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** The page of what is done again and again. */
@Named("jobs")
@RequestScoped
public class JobsBean {

    private JobStates states;
    private JobClock clock;
    private Notices notices;
    private FacesAnswer answer;

    /** For the container's proxy only. */
    protected JobsBean() {}

    @Inject
    public JobsBean(JobStates states, JobClock clock, Notices notices, FacesAnswer answer) {
        this.states = states;
        this.clock = clock;
        this.notices = notices;
        this.answer = answer;
    }

    /** The jobs of the node that answers, with their last runs. */
    public List<JobStates.State> getAll() {
        return states.all();
    }

    /** Runs a job now. */
    public void start(String name) {
        clock.start(name);
        notices.done("admin.job-started", name);
        answer.redirect("/dashboard/admin/jobs");
    }
}
