package io.github.predella.dashboard;

import io.github.predella.core.RequestId;
import io.github.predella.identity.PasswordLogin.Granted;
import io.github.predella.identity.TokenVerifier;
import io.github.predella.identity.UserTokens;
import io.github.predella.identity.VerifiedToken;
import io.github.predella.policy.Enforcer;
import io.github.predella.sessions.SessionKey;
import io.github.predella.sessions.SessionService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import java.util.Optional;

/** Who stands behind the cookies of requests. */
@ApplicationScoped
public class Visits {

    private static final String KNOWN = Visits.class.getName();

    /** The last part of a token's life, in which another one is asked for: a quarter. */
    private static final int LAST_PART = 4;

    private SessionService sessions;
    private TokenVerifier tokens;
    private UserTokens own;
    private Enforcer enforcer;
    private Clock clock;

    /** For the container's proxy only. */
    protected Visits() {}

    @Inject
    public Visits(SessionService sessions, TokenVerifier tokens, UserTokens own, Enforcer enforcer, Clock clock) {
        this.sessions = sessions;
        this.tokens = tokens;
        this.own = own;
        this.enforcer = enforcer;
        this.clock = clock;
    }

    /** The visit that a request belongs to; nothing when its session has ended or its token counts no more. */
    @SuppressWarnings("unchecked") // the attribute is ours
    public Optional<Visit> of(HttpServletRequest request) {
        if (request.getAttribute(KNOWN) == null) {
            // Some clients send a header for each cookie.
            var cookies = String.join("; ", Collections.list(request.getHeaders("Cookie")));
            request.setAttribute(KNOWN, SessionKey.among(cookies).flatMap(this::find));
        }
        return (Optional<Visit>) request.getAttribute(KNOWN);
    }

    private Optional<Visit> find(SessionKey key) {
        return sessions.token(key)
                .flatMap(token -> tokens.verify(token).map(facts -> lasting(key, token, facts)))
                .map(Visits::traced);
    }

    private static Visit traced(Visit visit) {
        visit.facts().trace();
        return visit;
    }

    /** Near its end a token is exchanged for one that lives on, where the identity service allows that. */
    private Visit lasting(SessionKey key, String token, VerifiedToken facts) {
        var now = clock.instant();
        var life = Duration.between(facts.issued(), facts.expires());
        if (now.isBefore(facts.expires().minus(life.dividedBy(LAST_PART)))) {
            return new Visit(key, token, facts);
        }
        return own.renewed(token).map(granted -> replaced(key, granted)).orElse(new Visit(key, token, facts));
    }

    private Visit replaced(SessionKey key, Granted granted) {
        sessions.replaceToken(key, granted.token());
        return new Visit(key, granted.token(), granted.facts());
    }

    /** Begins a session for somebody who has just proved who it is, and makes the rest of the request theirs. */
    SessionKey begin(HttpServletRequest request, Granted granted) {
        of(request).ifPresent(former -> sessions.end(former.key()));
        granted.facts().trace();
        var key = sessions.begin(granted.token());
        request.setAttribute(KNOWN, Optional.of(new Visit(key, granted.token(), granted.facts())));
        return key;
    }

    /**
     * Lets a visitor go on in another project.
     *
     * @return false when there is no role for the visitor in it
     */
    boolean change(Visit visit, String project) {
        var granted = own.inProject(visit.token(), project);
        granted.ifPresent(token -> sessions.replaceToken(visit.key(), token.token()));
        return granted.isPresent();
    }

    /** Ends a visit, and makes its token void. */
    void end(Visit visit) {
        sessions.end(visit.key());
        own.revoke(visit.token());
    }

    /** Whether whoever asks may come to pages of that kind. */
    boolean may(HttpServletRequest request, Route.Access access) {
        return switch (access) {
            case EVERYBODY -> true;
            case USERS, PROJECT -> of(request).isPresent();
            case ADMINISTRATORS ->
                of(request)
                        .map(visit -> enforcer.isAdmin(visit.caller(RequestId.fresh())))
                        .orElse(false);
        };
    }
}
