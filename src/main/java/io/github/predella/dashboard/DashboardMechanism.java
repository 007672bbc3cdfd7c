package io.github.predella.dashboard;

import io.github.predella.identity.PasswordLogin.Granted;
import io.github.predella.identity.VerifiedToken.Named;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationException;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.security.enterprise.identitystore.IdentityStoreHandler;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.stream.Collectors;

/**
 * How the dashboard knows people: by the cookie of a session, which begins with a name and a password. The API has
 * tokens instead, and its own door.
 */
@ApplicationScoped
public class DashboardMechanism implements HttpAuthenticationMechanism {

    private static final String ROOT = "/dashboard";

    private IdentityStoreHandler stores;
    private Visits visits;

    /** For the container's proxy only. */
    protected DashboardMechanism() {}

    @Inject
    public DashboardMechanism(IdentityStoreHandler stores, Visits visits) {
        this.stores = stores;
        this.visits = visits;
    }

    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context)
            throws AuthenticationException {
        if (context.getAuthParameters().getCredential() instanceof LoginAttempt attempt) {
            return logIn(request, response, context, attempt);
        }
        if (!request.getRequestURI().startsWith(ROOT)) {
            return context.doNothing();
        }
        var visit = visits.of(request);
        if (visit.isPresent()) {
            var facts = visit.get().facts();
            return context.notifyContainerAboutLogin(
                    facts.user().name(), facts.roles().stream().map(Named::name).collect(Collectors.toSet()));
        }
        return needsLogin(request) ? showLogin(request, response) : context.doNothing();
    }

    private AuthenticationStatus logIn(
            HttpServletRequest request,
            HttpServletResponse response,
            HttpMessageContext context,
            LoginAttempt attempt) {
        var result = stores.validate(attempt);
        if (!(attempt.outcome().orElse(null) instanceof Granted granted)) {
            return AuthenticationStatus.SEND_FAILURE;
        }
        SessionCookie.give(response, visits.begin(request, granted), attempt.secure());
        return context.notifyContainerAboutLogin(
                result.getCallerPrincipal().getName(), new HashSet<>(result.getCallerGroups()));
    }

    /** Addresses that do not exist are nobody's secret, so a stranger is told so without a login. */
    private static boolean needsLogin(HttpServletRequest request) {
        String path = request.getRequestURI().substring(ROOT.length());
        return Routes.find(path)
                .map(page -> page.route().access() != Route.Access.EVERYBODY)
                .orElse(false);
    }

    /** Whoever wanted to look at a page comes back to it; whoever wanted to change something has to look first. */
    private static AuthenticationStatus showLogin(HttpServletRequest request, HttpServletResponse response) {
        String query = request.getQueryString() == null ? "" : "?" + request.getQueryString();
        String wanted = request.getMethod().equals("GET") ? request.getRequestURI() + query : ROOT + "/";
        response.setStatus(HttpServletResponse.SC_FOUND);
        // No scheme and no host: this stands before the filters, which know what the address is outside of proxies.
        response.setHeader("Location", ROOT + "/login?to=" + URLEncoder.encode(wanted, StandardCharsets.UTF_8));
        return AuthenticationStatus.SEND_CONTINUE;
    }
}
