package io.github.predella.dashboard;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** What the frame offers to whoever is logged in: another project, and the way out. */
@Named("visit")
@RequestScoped
public class VisitBean {

    private Visits visits;
    private ActiveCaller active;
    private FacesAnswer answer;
    private Notices notices;

    /** For the container's proxy only. */
    protected VisitBean() {}

    @Inject
    public VisitBean(Visits visits, ActiveCaller active, FacesAnswer answer, Notices notices) {
        this.visits = visits;
        this.active = active;
        this.answer = answer;
        this.notices = notices;
    }

    /** Goes on in another project, from its first page on: what was shown may not exist there. */
    public void workIn(String project) {
        if (visits.change(active.visit(), project)) {
            notices.done("frame.project-changed");
        } else {
            notices.failed("frame.project-refused");
        }
        answer.redirect("/dashboard/");
    }

    /** Ends the session. */
    public void logOut() {
        visits.end(active.visit());
        SessionCookie.take(answer.request(), answer.response());
        answer.redirect("/dashboard/login");
    }
}
