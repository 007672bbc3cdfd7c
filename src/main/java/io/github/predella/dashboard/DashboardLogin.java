package io.github.predella.dashboard;

import io.github.predella.identity.PasswordLogin;
import io.github.predella.identity.PasswordLogin.Granted;
import io.github.predella.identity.VerifiedToken.Named;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStore;
import java.util.stream.Collectors;

/** Checks names and passwords of the login page with the identity service, whichever stands behind the port. */
@ApplicationScoped
public class DashboardLogin implements IdentityStore {

    private PasswordLogin logins;

    /** For the container's proxy only. */
    protected DashboardLogin() {}

    @Inject
    public DashboardLogin(PasswordLogin logins) {
        this.logins = logins;
    }

    @Override
    public CredentialValidationResult validate(Credential credential) {
        if (!(credential instanceof LoginAttempt attempt)) {
            return CredentialValidationResult.NOT_VALIDATED_RESULT;
        }
        var outcome = logins.login(attempt.attempt());
        attempt.end(outcome);
        return outcome instanceof Granted granted
                ? new CredentialValidationResult(
                        granted.facts().user().name(),
                        granted.facts().roles().stream().map(Named::name).collect(Collectors.toSet()))
                : CredentialValidationResult.INVALID_RESULT;
    }
}
