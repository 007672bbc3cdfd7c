package io.github.predella.identity.embedded.rest;

import io.github.predella.identity.embedded.GrantRepository.Wanted;
import io.github.predella.identity.embedded.GrantService;
import io.github.predella.identity.embedded.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Set;

/** {@code /role_assignments}: who has which role where. */
@ApplicationScoped
@Path("role_assignments")
public class RoleAssignmentsResource {

    private static final Set<String> NO = Set.of("0", "false", "False");

    private GrantService grants;
    private Asker asker;

    /** For the container's proxy only. */
    protected RoleAssignmentsResource() {}

    @Inject
    public RoleAssignmentsResource(GrantService grants, Asker asker) {
        this.grants = grants;
        this.asker = asker;
    }

    @GET
    public Response list(@Context UriInfo address) {
        var asked = address.getQueryParameters();
        var wanted = new Wanted(asked.getFirst("user.id"), asked.getFirst("role.id"), scope(asked));
        var found = grants.list(asker.token(), wanted, has(asked, "effective"), IdentityAnswer.LIMIT);
        var links = asker.links();
        var form = new AssignmentJson(links, has(asked, "include_names"));
        // There are no groups, so nobody has a role by one.
        return IdentityAnswer.list(
                "role_assignments", asked.containsKey("group.id") ? List.of() : found, form::assignment, links);
    }

    private static Scope scope(MultivaluedMap<String, String> asked) {
        if (asked.containsKey("scope.project.id")) {
            return Scope.project(asked.getFirst("scope.project.id"));
        }
        if (asked.containsKey("scope.domain.id")) {
            return new Scope(Scope.Kind.DOMAIN, asked.getFirst("scope.domain.id"));
        }
        return asked.containsKey("scope.system") ? Scope.SYSTEM : null;
    }

    /** A name without a value means yes. */
    private static boolean has(MultivaluedMap<String, String> asked, String name) {
        return asked.containsKey(name) && !NO.contains(asked.getFirst(name));
    }
}
