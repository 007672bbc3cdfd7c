package io.github.predella.dashboard;

import jakarta.faces.application.ViewHandler;
import jakarta.faces.application.ViewHandlerWrapper;
import jakarta.faces.component.UIViewRoot;
import jakarta.faces.context.FacesContext;
import jakarta.servlet.RequestDispatcher;

/**
 * Lets forms go back to the address that the browser shows, not to the file behind it, and pages be without state from
 * their beginning; named in {@code faces-config.xml}.
 */
public class RoutedViews extends ViewHandlerWrapper {

    public RoutedViews(ViewHandler wrapped) {
        super(wrapped);
    }

    /** The component that sends the nonces would begin a session for a page that is not known to be stateless yet. */
    @Override
    public UIViewRoot createView(FacesContext context, String view) {
        var root = super.createView(context, view);
        root.setTransient(true);
        return root;
    }

    @Override
    public String getActionURL(FacesContext context, String view) {
        var request = context.getExternalContext().getRequestMap();
        var root = context.getViewRoot();
        boolean same = root != null && view.equals(root.getViewId());
        if (!same || !(request.get(RequestDispatcher.FORWARD_REQUEST_URI) instanceof String address)) {
            return super.getActionURL(context, view);
        }
        return request.get(RequestDispatcher.FORWARD_QUERY_STRING) instanceof String query
                ? address + "?" + query
                : address;
    }
}
