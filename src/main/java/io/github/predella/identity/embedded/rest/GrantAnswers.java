package io.github.predella.identity.embedded.rest;

import io.github.predella.identity.embedded.Grant;
import io.github.predella.identity.embedded.GrantService;
import io.github.predella.identity.embedded.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;

/** What the three addresses at which roles are given have in common. */
@ApplicationScoped
public class GrantAnswers {

    private GrantService grants;
    private Asker asker;

    /** For the container's proxy only. */
    protected GrantAnswers() {}

    @Inject
    public GrantAnswers(GrantService grants, Asker asker) {
        this.grants = grants;
        this.asker = asker;
    }

    public Response list(Scope scope, String user) {
        var given = grants.given(asker.token(), user, scope, IdentityAnswer.LIMIT);
        var links = asker.links();
        return IdentityAnswer.list("roles", given, new AccountJson(links)::role, links);
    }

    public Response check(Scope scope, String user, String role) {
        grants.check(asker.token(), new Grant(user, role, scope));
        return IdentityAnswer.nothing();
    }

    public Response grant(Scope scope, String user, String role) {
        grants.grant(asker.token(), new Grant(user, role, scope));
        return IdentityAnswer.nothing();
    }

    public Response revoke(Scope scope, String user, String role) {
        grants.revoke(asker.token(), new Grant(user, role, scope));
        return IdentityAnswer.nothing();
    }
}
