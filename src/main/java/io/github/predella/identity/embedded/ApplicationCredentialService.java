package io.github.predella.identity.embedded;

import io.github.predella.core.Fault;
import io.github.predella.core.SafeToRepeat;
import io.github.predella.identity.VerifiedToken;
import io.github.predella.identity.VerifiedToken.Named;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Predicate;

/** Application credentials, which users make for themselves. Each method is one transaction. */
@ApplicationScoped
@SafeToRepeat
@Transactional
public class ApplicationCredentialService {

    private static final int LONGEST = 255;
    private static final int MOST_OF_A_USER = 500;
    private static final int SECRET_BYTES = 64;
    private static final int MOST_ROLES = 100;

    private final ApplicationCredentialRepository credentials;
    private final RoleRepository roles;
    private final HashingGate hashing;
    private final Event<AccountsChanged> changes;
    private final Clock clock;

    /**
     * A credential just made.
     *
     * @param credential what is kept
     * @param secret the secret itself, which nobody can read again
     */
    public record Created(ApplicationCredential credential, String secret) {

        @Override
        public String toString() {
            return "Created[" + credential + "]";
        }
    }

    protected ApplicationCredentialService() {
        this(null, null, null, null, null);
    }

    @Inject
    public ApplicationCredentialService(
            ApplicationCredentialRepository credentials,
            RoleRepository roles,
            HashingGate hashing,
            Event<AccountsChanged> changes,
            Clock clock) {
        this.credentials = credentials;
        this.roles = roles;
        this.hashing = hashing;
        this.changes = changes;
        this.clock = clock;
    }

    /**
     * The credentials of a user in the order of their names.
     *
     * @param name only the one of that name, or null
     * @param limit at most so many
     */
    public List<ApplicationCredential> list(VerifiedToken asker, String user, String name, int limit) {
        Authority.requireSelfOrOverview(asker, user, "list_application_credentials");
        return credentials.list(user, name, limit);
    }

    public ApplicationCredential get(VerifiedToken asker, String user, String id) {
        Authority.requireSelfOrOverview(asker, user, "get_application_credential");
        return known(user, id);
    }

    /** The roles of a credential, as far as they still exist. */
    public List<Role> rolesOf(ApplicationCredential credential) {
        return credential.roles().stream()
                .flatMap(id -> roles.find(id).stream())
                .toList();
    }

    /**
     * Makes a credential for the project of the asker's token, with all of that token's roles or some of them.
     *
     * @param given the attributes as in the Identity API
     */
    public Created create(VerifiedToken asker, String user, JsonObject given) {
        Authority.requireSelf(asker, user, "create_application_credential");
        Authority.requireUndelegated(asker);
        if (asker.project() == null) {
            throw IdentityFaults.malformed("An application credential needs a token for a project.");
        }
        var attributes = new Attributes(given);
        attributes.refuse("access_rules", "system");
        // Hashed before the first statement, so that no connection waits for it.
        var secret = attributes.optionalName("secret", LONGEST).orElseGet(() -> Ids.secret(SECRET_BYTES));
        var hash = hashing.hash(secret);
        var credential = new ApplicationCredential(
                Ids.fresh(),
                attributes.name("name", LONGEST),
                attributes.text("description", LONGEST).orElse(null),
                user,
                asker.project().id(),
                hash,
                chosenRoles(asker, given),
                expiry(attributes),
                attributes.flag("unrestricted").orElse(false));
        insert(credential);
        return new Created(credential, secret);
    }

    private void insert(ApplicationCredential credential) {
        if (credential.roles().size() > MOST_ROLES) {
            throw Fault.invalid("An application credential has at most " + MOST_ROLES + " roles.");
        }
        var existing = credentials.list(credential.user(), null, MOST_OF_A_USER);
        if (existing.stream().anyMatch(other -> other.name().equals(credential.name()))) {
            throw IdentityFaults.duplicate(
                    "application_credential", "Duplicate entry found with name " + credential.name() + ".");
        }
        if (existing.size() >= MOST_OF_A_USER) {
            throw Fault.forbidden("Unable to create additional application credentials, maximum of " + MOST_OF_A_USER
                    + " already exceeded for user.");
        }
        credentials.insert(credential);
    }

    private static List<String> chosenRoles(VerifiedToken asker, JsonObject given) {
        var wanted = given.getOrDefault("roles", JsonValue.NULL);
        if (wanted == JsonValue.NULL || wanted.equals(JsonValue.EMPTY_JSON_ARRAY)) {
            return asker.roles().stream().map(Named::id).toList();
        }
        if (wanted.getValueType() != JsonValue.ValueType.ARRAY) {
            throw IdentityFaults.invalidField("roles", wanted + " is not of type 'array'");
        }
        return wanted.asJsonArray().stream()
                .map(role -> chosenRole(asker, role))
                .distinct()
                .toList();
    }

    private static String chosenRole(VerifiedToken asker, JsonValue wanted) {
        if (wanted.getValueType() != JsonValue.ValueType.OBJECT) {
            throw IdentityFaults.invalidField("roles", wanted + " is not of type 'object'");
        }
        var role = new Attributes(wanted.asJsonObject());
        var id = role.text("id", LONGEST);
        Predicate<Named> chosen = id.isPresent()
                ? held -> held.id().equals(id.get())
                : held -> held.name().equals(role.name("name", LONGEST));
        return asker.roles().stream()
                .filter(chosen)
                .findFirst()
                .map(Named::id)
                .orElseThrow(() -> Fault.invalid("Invalid application credential: Cannot create an application"
                        + " credential with unassigned role"));
    }

    private Instant expiry(Attributes attributes) {
        var text = attributes.text("expires_at", LONGEST).orElse(null);
        if (text == null) {
            return null;
        }
        Instant expires;
        try {
            expires = LocalDateTime.parse(text.replaceFirst("Z$", ""))
                    .toInstant(ZoneOffset.UTC)
                    .truncatedTo(ChronoUnit.MILLIS);
        } catch (DateTimeException unreadable) {
            throw IdentityFaults.malformed("Timestamp not in expected format.");
        }
        if (expires.isBefore(clock.instant())) {
            throw IdentityFaults.malformed("The 'expires_at' must not be before now.");
        }
        return expires;
    }

    /** Deletes a credential, which makes its tokens void. */
    public void delete(VerifiedToken asker, String user, String id) {
        Authority.requireSelfOrAdministrator(asker, user, "delete_application_credential");
        Authority.requireUndelegated(asker);
        known(user, id);
        credentials.delete(id);
        changes.fire(new AccountsChanged());
    }

    private ApplicationCredential known(String user, String id) {
        return credentials
                .find(id)
                .filter(credential -> credential.user().equals(user))
                .orElseThrow(() -> IdentityFaults.unknown("Application Credential", id));
    }
}
