package io.github.predella.identity.embedded.rest;

import io.github.predella.identity.embedded.IdentityFaults;
import io.github.predella.identity.embedded.LoginService;
import io.github.predella.identity.embedded.ProjectService;
import io.github.predella.identity.embedded.UserService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;

/** {@code /users}. */
@ApplicationScoped
@Path("users")
public class UsersResource {

    private static final int LONGEST_PASSWORD = 4_096;

    private UserService users;
    private ProjectService projects;
    private LoginService logins;
    private Asker asker;

    /** For the container's proxy only. */
    protected UsersResource() {}

    @Inject
    public UsersResource(UserService users, ProjectService projects, LoginService logins, Asker asker) {
        this.users = users;
        this.projects = projects;
        this.logins = logins;
        this.asker = asker;
    }

    @GET
    public Response list(@BeanParam AccountFilter filter) {
        var found = users.list(asker.token(), filter.name, filter.flag(), IdentityAnswer.LIMIT);
        return IdentityAnswer.list("users", filter.inDomain(found), json()::user, asker.links());
    }

    @POST
    public Response create(InputStream body) {
        var user = users.create(asker.token(), IdentityBody.read(body, "user"));
        return IdentityAnswer.of(201, "user", json().user(user));
    }

    @GET
    @Path("{id}")
    public Response show(@PathParam("id") String id) {
        return IdentityAnswer.of(200, "user", json().user(users.get(asker.token(), id)));
    }

    @PATCH
    @Path("{id}")
    public Response update(@PathParam("id") String id, InputStream body) {
        var user = users.update(asker.token(), id, IdentityBody.read(body, "user"));
        return IdentityAnswer.of(200, "user", json().user(user));
    }

    @DELETE
    @Path("{id}")
    public Response delete(@PathParam("id") String id) {
        users.delete(asker.token(), id);
        return IdentityAnswer.nothing();
    }

    /** Needs no token: the old password is the proof. */
    @POST
    @Path("{id}/password")
    public Response changePassword(@PathParam("id") String id, InputStream body) {
        var user = IdentityBody.read(body, "user");
        var original = password(user, "original_password");
        var refused = logins.changePassword(id, original, password(user, "password"), asker.address());
        return refused.map(reason -> Refusals.of(reason, asker.links())).orElseGet(IdentityAnswer::nothing);
    }

    private static String password(JsonObject user, String name) {
        if (user.get(name) instanceof JsonString text
                && !text.getString().isBlank()
                && text.getString().length() <= LONGEST_PASSWORD) {
            return text.getString();
        }
        throw IdentityFaults.invalidField(name, "a text of 1 to " + LONGEST_PASSWORD + " characters is wanted");
    }

    @GET
    @Path("{id}/projects")
    public Response projects(@PathParam("id") String id) {
        var found = projects.ofUser(asker.token(), id, IdentityAnswer.LIMIT);
        return IdentityAnswer.list("projects", found, json()::project, asker.links());
    }

    private AccountJson json() {
        return new AccountJson(asker.links());
    }
}
