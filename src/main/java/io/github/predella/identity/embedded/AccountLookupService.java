package io.github.predella.identity.embedded;

import io.github.predella.core.SafeToRepeat;
import io.github.predella.identity.embedded.AuthRequest.Credential;
import io.github.predella.identity.embedded.AuthRequest.UserRef;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;

/** Finds what a login names. Each method is one transaction; none of them decides anything. */
@ApplicationScoped
@SafeToRepeat
@Transactional
public class AccountLookupService {

    private final UserRepository users;
    private final ProjectRepository projects;
    private final ApplicationCredentialRepository credentials;

    protected AccountLookupService() {
        this(null, null, null);
    }

    @Inject
    public AccountLookupService(
            UserRepository users, ProjectRepository projects, ApplicationCredentialRepository credentials) {
        this.users = users;
        this.projects = projects;
        this.credentials = credentials;
    }

    public Optional<User> user(UserRef reference) {
        if (reference.id() != null) {
            return users.find(reference.id());
        }
        return isTheDomain(reference.domain()) ? users.named(reference.name()) : Optional.empty();
    }

    public Optional<ApplicationCredential> credential(Credential reference) {
        if (reference.id() != null) {
            return credentials.find(reference.id());
        }
        return user(reference.user()).flatMap(user -> credentials.list(user.id(), reference.name(), 1).stream()
                .findFirst());
    }

    public Optional<Project> project(String name, String domain) {
        return isTheDomain(domain) ? projects.named(name) : Optional.empty();
    }

    /** Replaces the hash of an unchanged password by a stronger one; does nothing when the password has changed. */
    public void strengthen(User user, String hash) {
        users.find(user.id())
                .filter(now -> user.password().equals(now.password()))
                .ifPresent(now -> users.update(new User(
                        now.id(),
                        now.name(),
                        now.enabled(),
                        now.defaultProject(),
                        hash,
                        now.tokensFrom(),
                        now.extra())));
    }

    private static boolean isTheDomain(String idOrName) {
        return Domain.ID.equals(idOrName) || Domain.NAME.equals(idOrName);
    }
}
