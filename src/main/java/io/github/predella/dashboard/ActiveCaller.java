package io.github.predella.dashboard;

import io.github.predella.core.Caller;
import io.github.predella.core.Fault;
import io.github.predella.identity.UserTokens;
import io.github.predella.identity.VerifiedToken;
import io.github.predella.observe.Trace;
import io.github.predella.policy.Enforcer;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;

/** Who looks at the page: the caller for the services, and what the frame tells about the person. */
@Named("active")
@RequestScoped
public class ActiveCaller {

    private Visits visits;
    private UserTokens tokens;
    private Enforcer enforcer;
    private HttpServletRequest request;
    private List<VerifiedToken.Named> projects;
    private final String requestId = Trace.idOfRequest();

    /** For the container's proxy only. */
    protected ActiveCaller() {}

    @Inject
    public ActiveCaller(Visits visits, UserTokens tokens, Enforcer enforcer, HttpServletRequest request) {
        this.visits = visits;
        this.tokens = tokens;
        this.enforcer = enforcer;
        this.request = request;
    }

    /** The visit; throws {@link Fault} UNAUTHENTICATED when nobody is logged in. */
    public Visit visit() {
        return found().orElseThrow(() -> new Fault(Fault.Kind.UNAUTHENTICATED, "This page needs a login."));
    }

    private Optional<Visit> found() {
        return visits.of(request);
    }

    /** The caller for services; throws {@link Fault} UNAUTHENTICATED when nobody is logged in. */
    public Caller caller() {
        return visit().caller(requestId);
    }

    /** The id under which what this request does is logged. */
    public String getRequestId() {
        return requestId;
    }

    /** Whether somebody is logged in. */
    public boolean isKnown() {
        return found().isPresent();
    }

    /** Whether the rules hold the person for an administrator. */
    public boolean isAdministrator() {
        return found().map(visit -> enforcer.isAdmin(visit.caller(requestId))).orElse(false);
    }

    /** The name of the person. */
    public String getUserName() {
        return visit().facts().user().name();
    }

    /** The id of the person; null when nobody is logged in. */
    public String getUserId() {
        return found().map(visit -> visit.facts().user().id()).orElse(null);
    }

    /** The name of the project that the person works in; null when it is none. */
    public String getProjectName() {
        var project = visit().facts().project();
        return project == null ? null : project.name();
    }

    /** The id of that project; null when it is none. */
    public String getProjectId() {
        var project = visit().facts().project();
        return project == null ? null : project.id();
    }

    /** The projects that the person may work in, by name. */
    public List<VerifiedToken.Named> getProjects() {
        if (projects == null) {
            projects = tokens.projects(visit().token());
        }
        return projects;
    }

    /** The proof for forms and scripts that the page is one of this session; empty when nobody is logged in. */
    public String getProof() {
        return found().map(visit -> visit.key().proof()).orElse("");
    }
}
