package io.github.predella.identity.embedded.rest;

import io.github.predella.rest.RateLimits;
import jakarta.inject.Inject;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.Provider;

/** Counts requests for each address, since who asks is found out later here; requests for tokens apart from others. */
@Provider
@PreMatching
public class RateFilter implements ContainerRequestFilter {

    private static final String TOKENS = "auth/tokens";

    private final RateLimits limits;
    private final Asker asker;

    @Inject
    public RateFilter(RateLimits limits, Asker asker) {
        this.limits = limits;
        this.asker = asker;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        boolean login = request.getMethod().equals(HttpMethod.POST)
                && request.getUriInfo().getPath().endsWith(TOKENS);
        limits.count(login ? RateLimits.Kind.LOGINS : RateLimits.Kind.of(request.getMethod()), asker.address());
    }
}
