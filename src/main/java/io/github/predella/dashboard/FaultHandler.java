package io.github.predella.dashboard;

import io.github.predella.core.Fault;
import jakarta.el.ELException;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.faces.FacesException;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.application.ProtectedViewException;
import jakarta.faces.context.ExceptionHandler;
import jakarta.faces.context.ExceptionHandlerWrapper;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.ExceptionQueuedEvent;
import jakarta.faces.event.PhaseId;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.reflect.InvocationTargetException;
import java.util.Iterator;

/**
 * Meets what services refuse. A form is shown again with the refusal above it; a page that cannot be shown is replaced
 * by the one that says why. What nobody foresaw is logged and becomes a refusal without details.
 */
final class FaultHandler extends ExceptionHandlerWrapper {

    private static final Logger LOG = System.getLogger(FaultHandler.class.getName());

    FaultHandler(ExceptionHandler wrapped) {
        super(wrapped);
    }

    @Override
    public void handle() {
        for (Iterator<ExceptionQueuedEvent> events =
                        getUnhandledExceptionQueuedEvents().iterator();
                events.hasNext(); ) {
            var event = events.next().getContext();
            var context = event.getContext();
            events.remove();
            if (context.getResponseComplete()) {
                continue;
            }
            var fault = fault(event.getException());
            if (context.isPostback() && event.getPhaseId() == PhaseId.INVOKE_APPLICATION) {
                tellAboveForm(context, fault);
            } else {
                showInstead(context, fault);
            }
        }
        getWrapped().handle();
    }

    private static Fault fault(Throwable thrown) {
        var cause = thrown;
        while (isWrapping(cause) && cause.getCause() != null) {
            cause = cause.getCause();
        }
        if (cause instanceof Fault fault) {
            return fault;
        }
        if (cause instanceof ProtectedViewException) {
            return Fault.forbidden("");
        }
        LOG.log(
                Level.ERROR,
                "A page failed, "
                        + CDI.current().select(ActiveCaller.class).get().getRequestId(),
                cause);
        return new Fault(Fault.Kind.INTERNAL, "");
    }

    private static boolean isWrapping(Throwable thrown) {
        return thrown instanceof FacesException
                || thrown instanceof ELException
                || thrown instanceof InvocationTargetException;
    }

    private static void tellAboveForm(FacesContext context, Fault fault) {
        var texts = CDI.current().select(FaultTexts.class).get();
        context.addMessage(
                null, new FacesMessage(FacesMessage.SEVERITY_ERROR, texts.title(fault), sentence(fault, texts)));
    }

    private static String sentence(Fault fault, FaultTexts texts) {
        return fault.getMessage().isEmpty() ? texts.advice(fault) : fault.getMessage() + " " + texts.advice(fault);
    }

    private static void showInstead(FacesContext context, Fault fault) {
        var external = context.getExternalContext();
        if (external.isResponseCommitted()) {
            // The rest of the page cannot be taken back; a page that breaks off at least does not look whole.
            context.responseComplete();
            return;
        }
        external.responseReset();
        PageHeaders.add(external);
        external.setResponseStatus(FaultTexts.status(fault));
        FaultPage.note((HttpServletRequest) external.getRequest(), fault);
        try {
            external.dispatch(FaultPage.VIEW);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
        context.responseComplete();
    }
}
