package io.github.predella.identity.embedded.rest;

import io.github.predella.identity.embedded.Authority;
import io.github.predella.identity.embedded.Domain;
import io.github.predella.identity.embedded.IdentityFaults;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.List;

/** {@code /domains}: the one there is. */
@ApplicationScoped
@Path("domains")
public class DomainsResource {

    private Asker asker;

    /** For the container's proxy only. */
    protected DomainsResource() {}

    @Inject
    public DomainsResource(Asker asker) {
        this.asker = asker;
    }

    @GET
    public Response list(@QueryParam("name") String name) {
        Authority.requireOverview(asker.token(), "list_domains");
        var links = asker.links();
        var found = name == null || name.equals(Domain.NAME) ? List.of(Domain.ID) : List.<String>of();
        return IdentityAnswer.list("domains", found, id -> new AccountJson(links).domain(), links);
    }

    @GET
    @Path("{id}")
    public Response show(@PathParam("id") String id) {
        asker.token();
        if (!Domain.hasId(id)) {
            throw IdentityFaults.unknown("domain", id);
        }
        return IdentityAnswer.of(200, "domain", new AccountJson(asker.links()).domain());
    }
}
