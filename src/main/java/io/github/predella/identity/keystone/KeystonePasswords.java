package io.github.predella.identity.keystone;

import io.github.predella.core.Jsons;
import io.github.predella.identity.PasswordLogin;
import io.github.predella.identity.VerifiedToken.Named;
import io.github.predella.identity.keystone.KeystoneHttp.Answer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Optional;

/**
 * Lets people in whom Keystone knows: first wherever Keystone puts them, then, unless that is a project already, in the
 * one they named, or else in the first of theirs. How many guesses somebody has is for Keystone to say.
 */
@ApplicationScoped
@Typed(KeystonePasswords.class)
public class KeystonePasswords implements PasswordLogin {

    private static final int CREATED = 201;
    private static final JsonValue NOWHERE = Jsons.text("unscoped");

    private KeystoneClient keystone;
    private KeystoneTokens tokens;

    /** For the container's proxy only. */
    protected KeystonePasswords() {}

    @Inject
    public KeystonePasswords(Keystones keystones, KeystoneTokens tokens) {
        this(keystones.forTokens(), tokens);
    }

    KeystonePasswords(KeystoneClient keystone, KeystoneTokens tokens) {
        this.keystone = keystone;
        this.tokens = tokens;
    }

    @Override
    public Outcome login(Attempt attempt) {
        var scope = attempt.projectName() == null ? null : NOWHERE;
        var answer = keystone.authenticate(
                AuthBody.password(attempt.userName(), attempt.userDomain(), attempt.password(), scope));
        return granted(answer).<Outcome>map(first -> placed(first, attempt)).orElseGet(Denied::new);
    }

    /** The token of an answer; nothing when there is none in it. */
    static Optional<Granted> granted(Answer answer) {
        return answer.status() != CREATED || answer.token() == null
                ? Optional.empty()
                : Optional.of(
                        new Granted(answer.token(), TokenReader.token(TokenReader.object(answer.body(), "token"))));
    }

    private Outcome placed(Granted first, Attempt attempt) {
        if (first.facts().project() != null) {
            return first;
        }
        var projects = tokens.projects(first.token());
        var wanted = attempt.projectName() == null ? projects.stream().findFirst() : named(projects, attempt);
        var scoped = wanted.flatMap(project -> tokens.inProject(first.token(), project.id()));
        if (scoped.isPresent()) {
            return scoped.get();
        }
        return attempt.projectName() == null ? first : new Denied();
    }

    private static Optional<Named> named(List<Named> projects, Attempt attempt) {
        return projects.stream()
                .filter(project -> project.name().equals(attempt.projectName()))
                .findFirst();
    }
}
