package io.github.predella.dashboard;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;

/** The HTTP side of the page that is being answered. */
@ApplicationScoped
public class FacesAnswer {

    /** The answer to the request of the running thread. */
    public HttpServletResponse response() {
        return (HttpServletResponse)
                FacesContext.getCurrentInstance().getExternalContext().getResponse();
    }

    /** The request of the running thread. */
    public HttpServletRequest request() {
        return (HttpServletRequest)
                FacesContext.getCurrentInstance().getExternalContext().getRequest();
    }

    /** Whether a form of the page was sent, rather than the page just looked at. */
    public boolean isFormSent() {
        return FacesContext.getCurrentInstance().isPostback();
    }

    /** Shows the page again with a sentence above it that says why nothing was done. */
    public void complain(String sentence) {
        FacesContext.getCurrentInstance().addMessage(null, new FacesMessage(FacesMessage.SEVERITY_ERROR, sentence, ""));
    }

    /**
     * Ends the request with a redirect to an address of the dashboard: after a change, so that loading the page again
     * does not do it again.
     *
     * @param address the path, with its query if it has one, from {@code /dashboard} on
     */
    public void redirect(String address) {
        var context = FacesContext.getCurrentInstance();
        try {
            context.getExternalContext().redirect(address);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
        context.responseComplete();
    }
}
