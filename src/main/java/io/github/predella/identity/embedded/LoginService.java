package io.github.predella.identity.embedded;

import io.github.predella.identity.PasswordLogin;
import io.github.predella.identity.embedded.AuthRequest.Anything;
import io.github.predella.identity.embedded.AuthRequest.Credential;
import io.github.predella.identity.embedded.AuthRequest.Exactly;
import io.github.predella.identity.embedded.AuthRequest.Password;
import io.github.predella.identity.embedded.AuthRequest.ProjectNamed;
import io.github.predella.identity.embedded.AuthRequest.Token;
import io.github.predella.identity.embedded.AuthRequest.UserRef;
import io.github.predella.identity.embedded.AuthRequest.Wish;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.function.Function;

/**
 * Gives out tokens for passwords, application credentials and other tokens. Not transactional, since it hashes; what it
 * reads, it reads in short transactions. Safe for use by many threads.
 */
@ApplicationScoped
@Typed(LoginService.class)
public class LoginService implements PasswordLogin {

    private final AccountLookupService accounts;
    private final SecretCheck secrets;
    private final TokenIssuer issuer;
    private final UserService users;

    protected LoginService() {
        this(null, null, null, null);
    }

    @Inject
    public LoginService(AccountLookupService accounts, SecretCheck secrets, TokenIssuer issuer, UserService users) {
        this.accounts = accounts;
        this.secrets = secrets;
        this.issuer = issuer;
        this.users = users;
    }

    @Override
    public Outcome login(Attempt attempt) {
        var user = new UserRef(null, attempt.userName(), attempt.userDomain());
        var wish = attempt.projectName() == null
                ? new Anything()
                : new ProjectNamed(attempt.projectName(), attempt.userDomain());
        return issue(new AuthRequest(new Password(user, attempt.password()), wish), attempt.address());
    }

    /**
     * Answers a request for a token.
     *
     * @param address where the request comes from
     * @throws io.github.predella.core.Fault of kind FORBIDDEN when the proof is a token that was itself obtained with
     *     an application credential; of kind UNAUTHENTICATED when an application credential comes with a wish for a
     *     scope; of kind UNAVAILABLE when there are too many logins at the moment
     */
    public Outcome issue(AuthRequest request, String address) {
        // Instance tests, since switch patterns are not in this version of the language.
        if (request.proof() instanceof Password password) {
            return byPassword(password, request.wish(), address);
        }
        if (request.proof() instanceof Credential credential) {
            return byCredential(credential, request.wish(), address);
        }
        return byToken((Token) request.proof(), request.wish());
    }

    private Outcome byPassword(Password proof, Wish wish, String address) {
        var user = accounts.user(proof.user());
        var verdict = check(user, proof, address);
        if (!verdict.right()) {
            return refused(verdict);
        }
        if (verdict.outdated()) {
            accounts.strengthen(user.orElseThrow(), secrets.hash(proof.password()));
        }
        return granted(fulfil(wish, user.orElseThrow()));
    }

    private SecretCheck.Verdict check(Optional<User> user, Password proof, String address) {
        var account = user.map(User::id).orElse(proof.user().key());
        var hash = user.map(User::password).orElse(null);
        return secrets.check(account, address, proof.password(), hash);
    }

    private Optional<Granted> fulfil(Wish wish, User user) {
        if (wish instanceof Anything && user.defaultProject() != null) {
            var scoped = issuer.forPassword(user, Scope.project(user.defaultProject()));
            if (scoped.isPresent()) {
                return scoped;
            }
        }
        return inScope(wish, scope -> issuer.forPassword(user, scope));
    }

    private Outcome byCredential(Credential proof, Wish wish, String address) {
        if (!(wish instanceof Anything)) {
            throw IdentityFaults.unauthenticated("Error authenticating with application credential: Application"
                    + " credentials cannot request a scope.");
        }
        var credential = accounts.credential(proof);
        var account = credential.map(ApplicationCredential::id).orElse(key(proof));
        var hash = credential.map(ApplicationCredential::secret).orElse(null);
        var verdict = secrets.check(account, address, proof.secret(), hash);
        return verdict.right() ? granted(issuer.forCredential(credential.orElseThrow())) : refused(verdict);
    }

    private static String key(Credential proof) {
        return proof.id() == null ? proof.user().key() : "?" + proof.id();
    }

    private Outcome byToken(Token proof, Wish wish) {
        var first = issuer.valid(proof.text());
        if (first.isEmpty()) {
            return new Denied();
        }
        if (first.get().credential() != null) {
            throw IdentityFaults.forbidden("Using a delegated token to create another token is not allowed.");
        }
        return granted(inScope(wish, scope -> issuer.forToken(first.get(), scope)));
    }

    /** The scope function is given null for a token without scope; an unknown project yields nothing. */
    private Optional<Granted> inScope(Wish wish, Function<Scope, Optional<Granted>> issue) {
        if (wish instanceof Exactly exactly) {
            return issue.apply(exactly.scope());
        }
        if (wish instanceof ProjectNamed named) {
            return accounts.project(named.name(), named.domain())
                    .flatMap(project -> issue.apply(Scope.project(project.id())));
        }
        return issue.apply(null);
    }

    /**
     * Changes a user's own password, which makes the user's tokens void.
     *
     * @param original the password so far
     * @param address where the request comes from
     * @return nothing when it is done, the refusal otherwise
     */
    public Optional<Refused> changePassword(String id, String original, String password, String address) {
        var reference = new UserRef(id, null, null);
        var user = accounts.user(reference);
        var verdict = check(user, new Password(reference, original), address);
        if (!verdict.right() || !user.orElseThrow().enabled()) {
            return Optional.of(refused(verdict));
        }
        users.setPassword(id, secrets.hash(password));
        return Optional.empty();
    }

    private static Outcome granted(Optional<Granted> token) {
        return token.isPresent() ? token.get() : new Denied();
    }

    private static Refused refused(SecretCheck.Verdict verdict) {
        return verdict.delay().isZero() ? new Denied() : new Wait(verdict.delay());
    }
}
