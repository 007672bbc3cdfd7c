package io.github.predella.identity.embedded.rest;

import io.github.predella.core.Fault;
import io.github.predella.identity.PasswordLogin.Granted;
import io.github.predella.identity.PasswordLogin.Refused;
import io.github.predella.identity.VerifiedToken;
import io.github.predella.identity.embedded.EmbeddedIdentity;
import io.github.predella.identity.embedded.EmbeddedSettings;
import io.github.predella.identity.embedded.LoginService;
import io.github.predella.identity.embedded.ServiceCatalogue;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;

/** {@code /auth/tokens}: getting, looking at and revoking tokens. */
@ApplicationScoped
@Path("auth/tokens")
public class TokensResource {

    private static final String SUBJECT = "X-Subject-Token";

    private LoginService logins;
    private EmbeddedIdentity identity;
    private EmbeddedSettings settings;
    private Asker asker;

    /** For the container's proxy only. */
    protected TokensResource() {}

    @Inject
    public TokensResource(LoginService logins, EmbeddedIdentity identity, EmbeddedSettings settings, Asker asker) {
        this.logins = logins;
        this.identity = identity;
        this.settings = settings;
        this.asker = asker;
    }

    @POST
    public Response issue(@QueryParam("nocatalog") String nocatalog, InputStream body) {
        var request = AuthRequestJson.read(IdentityBody.read(body, "auth"));
        var outcome = logins.issue(request, asker.address());
        if (outcome instanceof Granted granted) {
            granted.facts().trace();
            return answer(201, granted.token(), granted.facts(), nocatalog);
        }
        return Refusals.of((Refused) outcome, asker.links());
    }

    @GET
    public Response validate(@HeaderParam(SUBJECT) String subject, @QueryParam("nocatalog") String nocatalog) {
        var token = identity.inspect(asker.token(), required(subject));
        return answer(200, subject, token, nocatalog);
    }

    @DELETE
    public Response revoke(@HeaderParam(SUBJECT) String subject) {
        identity.revoke(asker.token(), required(subject));
        return IdentityAnswer.nothing();
    }

    private static String required(String subject) {
        if (subject == null) {
            throw Fault.notFound("No token in the request");
        }
        return subject;
    }

    private Response answer(int status, String text, VerifiedToken token, String nocatalog) {
        var catalogue = nocatalog == null ? ServiceCatalogue.at(asker.links().base(), settings) : null;
        var body = JsonParts.object().add("token", TokenJson.token(token, catalogue));
        return IdentityAnswer.builder(status, body).header(SUBJECT, text).build();
    }
}
