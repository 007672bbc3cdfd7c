package io.github.predella.identity.embedded.rest;

import io.github.predella.identity.embedded.ApplicationCredential;
import io.github.predella.identity.embedded.ApplicationCredentialService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;

/** {@code /users/{user}/application_credentials}. */
@ApplicationScoped
@Path("users/{user}/application_credentials")
public class ApplicationCredentialsResource {

    private static final String NAME = "application_credential";

    private ApplicationCredentialService credentials;
    private Asker asker;

    /** For the container's proxy only. */
    protected ApplicationCredentialsResource() {}

    @Inject
    public ApplicationCredentialsResource(ApplicationCredentialService credentials, Asker asker) {
        this.credentials = credentials;
        this.asker = asker;
    }

    @GET
    public Response list(@PathParam("user") String user, @QueryParam("name") String name) {
        var found = credentials.list(asker.token(), user, name, IdentityAnswer.LIMIT);
        return IdentityAnswer.list("application_credentials", found, this::json, asker.links());
    }

    @POST
    public Response create(@PathParam("user") String user, InputStream body) {
        var created = credentials.create(asker.token(), user, IdentityBody.read(body, NAME));
        var json = json(created.credential()).add("secret", created.secret());
        return IdentityAnswer.of(201, NAME, json);
    }

    @GET
    @Path("{id}")
    public Response show(@PathParam("user") String user, @PathParam("id") String id) {
        return IdentityAnswer.of(200, NAME, json(credentials.get(asker.token(), user, id)));
    }

    @DELETE
    @Path("{id}")
    public Response delete(@PathParam("user") String user, @PathParam("id") String id) {
        credentials.delete(asker.token(), user, id);
        return IdentityAnswer.nothing();
    }

    private JsonObjectBuilder json(ApplicationCredential credential) {
        var expires = credential.expires();
        var json = JsonParts.object().add("id", credential.id()).add("name", credential.name());
        JsonParts.add(json, "description", credential.description())
                .add("user_id", credential.user())
                .add("project_id", credential.project())
                .add("system", JsonValue.NULL);
        return JsonParts.add(json, "expires_at", expires == null ? null : TokenJson.time(expires))
                .add("unrestricted", credential.unrestricted())
                .add("roles", IdentityAnswer.array(credentials.rolesOf(credential), AccountJson::plainRole))
                .add("links", asker.links().self("/application_credentials/" + credential.id()));
    }
}
