package io.github.predella.identity.embedded;

import io.github.predella.core.Fault;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** Gives a new deployment its administrator; run at every start, it does something only at the first. */
@ApplicationScoped
public class FirstStart {

    private static final int PASSWORD_BYTES = 18;

    private final FirstStartService service;
    private final HashingGate hashing;
    private final EmbeddedSettings settings;

    protected FirstStart() {
        this(null, null, null);
    }

    @Inject
    public FirstStart(FirstStartService service, HashingGate hashing, EmbeddedSettings settings) {
        this.service = service;
        this.hashing = hashing;
        this.settings = settings;
    }

    /**
     * Creates the roles, the project {@code admin} and the user {@code admin} unless there are users already. When two
     * nodes start for the first time together, one of them does it and the other returns nothing.
     *
     * @return the password made up for the administrator, to be shown once and kept nowhere; nothing when there are
     *     users, or when the operator has set the password
     */
    public Optional<String> run() {
        if (!service.due()) {
            return Optional.empty();
        }
        var made = settings.adminPassword() == null ? Ids.secret(PASSWORD_BYTES) : null;
        try {
            service.begin(hashing.hash(made == null ? settings.adminPassword().value() : made));
        } catch (Fault anotherNodeWasFaster) {
            if (anotherNodeWasFaster.kind() == Fault.Kind.CONFLICT) {
                return Optional.empty();
            }
            throw anotherNodeWasFaster;
        }
        return Optional.ofNullable(made);
    }
}
