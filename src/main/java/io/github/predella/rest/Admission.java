package io.github.predella.rest;

import io.github.predella.core.Caller;
import io.github.predella.core.Fault;
import io.github.predella.core.RequestId;
import io.github.predella.identity.CallerLookup;
import io.github.predella.identity.RequestTokens;
import io.github.predella.observe.Trace;
import io.github.predella.sessions.SessionKey;
import io.github.predella.sessions.SessionService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Finds out from the headers of a request who is calling, and under which id the request goes, and whether there were
 * too many before it.
 */
@ApplicationScoped
public class Admission {

    private static final String TOKEN = "X-Auth-Token";
    private static final String SERVICE_TOKEN = "X-Service-Token";
    private static final String COUNTED = Admission.class.getName() + ".counted";

    private CallerLookup callers;
    private SessionService sessions;
    private PorchSettings settings;
    private RateLimits limits;
    private HttpServletRequest running;

    /** For the container's proxy only. */
    protected Admission() {}

    @Inject
    public Admission(
            CallerLookup callers,
            SessionService sessions,
            PorchSettings settings,
            RateLimits limits,
            HttpServletRequest running) {
        this.callers = callers;
        this.sessions = sessions;
        this.settings = settings;
        this.limits = limits;
        this.running = running;
    }

    /**
     * The caller by the token of the request, with an id that the request has not brought along; see {@link #named}.
     *
     * @param method of the request
     * @param path its address as the client sent it
     * @param headers the value of a header of the request, null when it is missing
     * @return empty for a stranger
     * @throws Fault UNAVAILABLE when tokens cannot be verified now; LIMIT_REACHED when there were too many requests
     */
    public Optional<Caller> caller(String method, String path, UnaryOperator<String> headers) {
        return caller(headers.apply(TOKEN), method, path, headers);
    }

    /**
     * As {@link #caller}, where requests also come from pages of the dashboard: these have a cookie instead of a token,
     * and prove that they are ours.
     */
    Optional<Caller> callerOrPage(String method, String path, UnaryOperator<String> headers) {
        String token = headers.apply(TOKEN);
        return caller(token == null ? tokenOfPage(headers) : token, method, path, headers);
    }

    private Optional<Caller> caller(String token, String method, String path, UnaryOperator<String> headers) {
        String requestId = Trace.idOfRequest();
        var found = token == null
                ? Optional.<Caller>empty()
                : callers.find(new RequestTokens(token, headers.apply(SERVICE_TOKEN), method, path), requestId);
        count(found.orElseGet(() -> Caller.anonymous(requestId)), method);
        var caller =
                found.isEmpty() && settings.allowAnonymousAccess() ? Optional.of(Caller.anonymous(requestId)) : found;
        caller.ifPresent(Trace::caller);
        return caller;
    }

    /** Once for each request, also when two parts of the service ask who is calling. */
    private void count(Caller caller, String method) {
        if (running.getAttribute(COUNTED) == null) {
            limits.count(caller, method, ClientAddress.of(running));
            running.setAttribute(COUNTED, true);
        }
    }

    private String tokenOfPage(UnaryOperator<String> headers) {
        return SessionKey.among(headers.apply(HttpHeaders.COOKIE))
                .filter(key -> key.isProof(headers.apply(SessionKey.PROOF)))
                .flatMap(sessions::token)
                .orElse(null);
    }

    /**
     * The same caller under the id that the request has brought along, if it has. Asked only after the caller is known:
     * a stranger is told to log in whatever else is wrong with the request.
     *
     * @throws Fault HEADER_TOO_LARGE when the id is too long
     */
    public Caller named(Caller caller, UnaryOperator<String> headers) {
        String brought = headers.apply(RequestId.HEADER);
        if (brought == null) {
            return caller;
        }
        var named = caller.withRequestId(RequestId.of(brought, settings.maxRequestIdLength()));
        Trace.caller(named);
        return named;
    }
}
