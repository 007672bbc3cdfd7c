package io.github.predella.dashboard;

import io.github.predella.core.Fault;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** The page that says why there is no other one: what happened, what to do, and the id of the request. */
@Named("faultPage")
@RequestScoped
public class FaultPage {

    /** Its view. */
    static final String VIEW = "/WEB-INF/dashboard/fault.xhtml";

    private static final String FAULT = FaultPage.class.getName();

    private HttpServletRequest request;
    private FacesAnswer answer;
    private FaultTexts texts;

    /** For the container's proxy only. */
    protected FaultPage() {}

    @Inject
    public FaultPage(HttpServletRequest request, FacesAnswer answer, FaultTexts texts) {
        this.request = request;
        this.answer = answer;
        this.texts = texts;
    }

    /** Makes a fault the one that the page tells about. */
    static void note(HttpServletRequest request, Fault fault) {
        request.setAttribute(FAULT, fault);
    }

    /** What happened, in the words of the page. */
    public String getTitle() {
        return texts.title(fault());
    }

    /** What to do now. */
    public String getAdvice() {
        return texts.advice(fault());
    }

    /** What the service says about it, as it says it to callers of the API; empty when there is nothing to say. */
    public String getExplanation() {
        return request.getAttribute(FAULT) instanceof Fault known ? known.getMessage() : "";
    }

    private Fault fault() {
        if (request.getAttribute(FAULT) instanceof Fault known) {
            return known;
        }
        return new Fault(
                answer.response().getStatus() == HttpServletResponse.SC_FORBIDDEN
                        ? Fault.Kind.FORBIDDEN
                        : Fault.Kind.NOT_FOUND,
                "");
    }
}
