package io.github.predella.identity.embedded;

import io.github.predella.identity.PasswordLogin.Granted;
import io.github.predella.identity.UserTokens;
import io.github.predella.identity.VerifiedToken;
import io.github.predella.identity.VerifiedToken.Named;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** The tokens of the built-in identity service in the hands of their users. */
@ApplicationScoped
@Typed(EmbeddedTokens.class)
public class EmbeddedTokens implements UserTokens {

    /** More projects than anybody chooses from. */
    private static final int MOST_PROJECTS = 1000;

    private EmbeddedIdentity identity;
    private ProjectService projects;
    private TokenService tokens;
    private TokenIssuer issuer;

    /** For the container's proxy only. */
    protected EmbeddedTokens() {}

    @Inject
    public EmbeddedTokens(EmbeddedIdentity identity, ProjectService projects, TokenService tokens, TokenIssuer issuer) {
        this.identity = identity;
        this.projects = projects;
        this.tokens = tokens;
        this.issuer = issuer;
    }

    @Override
    public List<Named> projects(String token) {
        return identity.verify(token).map(this::projectsOf).orElse(List.of());
    }

    private List<Named> projectsOf(VerifiedToken token) {
        return projects.ofAsker(token, MOST_PROJECTS).stream()
                .map(project -> new Named(project.id(), project.name()))
                .toList();
    }

    @Override
    public Optional<Granted> inProject(String token, String project) {
        return issuer.valid(token).flatMap(facts -> issuer.forToken(facts, Scope.project(project)));
    }

    @Override
    public Optional<Granted> renewed(String token) {
        return issuer.valid(token).flatMap(issuer::again);
    }

    @Override
    public void revoke(String token) {
        issuer.valid(token).ifPresent(tokens::revoke);
    }
}
