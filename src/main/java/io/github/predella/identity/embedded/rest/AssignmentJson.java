package io.github.predella.identity.embedded.rest;

import io.github.predella.identity.embedded.Domain;
import io.github.predella.identity.embedded.GrantService.Assignment;
import io.github.predella.identity.embedded.Role;
import jakarta.json.JsonObjectBuilder;

/**
 * Role assignments in JSON.
 *
 * @param links where things are
 * @param names whether names are shown beside ids
 */
record AssignmentJson(Links links, boolean names) {

    JsonObjectBuilder assignment(Assignment assignment) {
        var given = assignment.given() == null ? assignment.role() : assignment.given();
        var address = JsonParts.object().add("assignment", links.to(path(assignment, given)));
        if (assignment.given() != null) {
            var prior = "/prior_role/" + assignment.role().id() + "/implies/" + given.id();
            address.add("prior_role", links.to(prior));
        }
        return JsonParts.object()
                .add("links", address)
                .add("scope", scope(assignment))
                .add("user", inDomain(assignment.user().id(), assignment.user().name()))
                .add("role", named(assignment.role().id(), assignment.role().name()));
    }

    private static String path(Assignment assignment, Role given) {
        var scope = assignment.scope();
        var owner =
                switch (scope.kind()) {
                    case PROJECT -> "/projects/" + scope.target();
                    case DOMAIN -> "/domains/" + scope.target();
                    case SYSTEM -> "/system";
                };
        return owner + "/users/" + assignment.user().id() + "/roles/" + given.id();
    }

    private JsonObjectBuilder scope(Assignment assignment) {
        var json = JsonParts.object();
        return switch (assignment.scope().kind()) {
            case PROJECT ->
                json.add(
                        "project",
                        inDomain(assignment.project().id(), assignment.project().name()));
            case DOMAIN -> json.add("domain", named(Domain.ID, Domain.NAME));
            case SYSTEM -> json.add("system", JsonParts.object().add("all", true));
        };
    }

    private JsonObjectBuilder inDomain(String id, String name) {
        var json = named(id, name);
        return names ? json.add("domain", named(Domain.ID, Domain.NAME)) : json;
    }

    private JsonObjectBuilder named(String id, String name) {
        var json = JsonParts.object().add("id", id);
        return names ? json.add("name", name) : json;
    }
}
