package io.github.predella.identity.embedded;

import io.github.predella.core.SafeToRepeat;
import io.github.predella.identity.VerifiedToken;
import io.github.predella.identity.embedded.GrantRepository.Wanted;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Users, for administrators and for themselves. Each method is one transaction. */
@ApplicationScoped
@SafeToRepeat
@Transactional
public class UserService {

    private static final int LONGEST_NAME = 255;
    private static final int LONGEST_PASSWORD = 4_096;
    private static final Set<String> KNOWN = Set.of(
            "id",
            "name",
            "enabled",
            "default_project_id",
            "domain_id",
            "password",
            "original_password",
            "options",
            "federated",
            "password_expires_at",
            "links");

    private final UserRepository users;
    private final GrantRepository grants;
    private final ApplicationCredentialRepository credentials;
    private final HashingGate hashing;
    private final Event<AccountsChanged> changes;
    private final Clock clock;

    protected UserService() {
        this(null, null, null, null, null, null);
    }

    @Inject
    public UserService(
            UserRepository users,
            GrantRepository grants,
            ApplicationCredentialRepository credentials,
            HashingGate hashing,
            Event<AccountsChanged> changes,
            Clock clock) {
        this.users = users;
        this.grants = grants;
        this.credentials = credentials;
        this.hashing = hashing;
        this.changes = changes;
        this.clock = clock;
    }

    /**
     * Users in the order of their names.
     *
     * @param name only the one of that name, or null
     * @param enabled only those with that flag, or null
     * @param limit at most so many
     */
    public List<User> list(VerifiedToken asker, String name, Boolean enabled, int limit) {
        Authority.requireOverview(asker, "list_users");
        return users.list(name, enabled, limit);
    }

    /** One user; users see themselves. */
    public User get(VerifiedToken asker, String id) {
        Authority.requireSelfOrOverview(asker, id, "get_user");
        return known(id);
    }

    /**
     * Creates a user.
     *
     * @param given the attributes as in the Identity API; those it does not define are kept and given back
     */
    public User create(VerifiedToken asker, JsonObject given) {
        Authority.requireAdministrator(asker, "create_user");
        var attributes = checked(given);
        // Hashed before the first statement, so that no connection waits for it.
        var password = hashing.hash(password(attributes));
        var user = new User(
                Ids.fresh(),
                attributes.name("name", LONGEST_NAME),
                attributes.flag("enabled").orElse(true),
                attributes.optionalName("default_project_id", 64).orElse(null),
                password,
                Instant.EPOCH,
                attributes.extra(JsonValue.EMPTY_JSON_OBJECT, KNOWN));
        requireFree(user);
        users.insert(user);
        return user;
    }

    /** Changes some attributes. A new password, and closing the account, make the user's tokens void. */
    public User update(VerifiedToken asker, String id, JsonObject given) {
        Authority.requireAdministrator(asker, "update_user");
        var attributes = checked(given);
        var password = hashing.hash(password(attributes));
        var before = known(id);
        var after = new User(
                id,
                attributes.optionalName("name", LONGEST_NAME).orElse(before.name()),
                attributes.flag("enabled").orElse(before.enabled()),
                attributes.has("default_project_id")
                        ? attributes.optionalName("default_project_id", 64).orElse(null)
                        : before.defaultProject(),
                password == null ? before.password() : password,
                before.tokensFrom(),
                attributes.extra(before.extra(), KNOWN));
        requireFree(after);
        var closed = before.enabled() && !after.enabled();
        return save(closed || password != null ? after.withTokensFrom(clock.instant()) : after);
    }

    /** Gives a user a new password; whoever calls this has made sure that it is the user's wish. */
    public void setPassword(String id, String hash) {
        save(known(id).withPassword(hash, clock.instant()));
    }

    /** Deletes a user with all roles and application credentials. */
    public void delete(VerifiedToken asker, String id) {
        Authority.requireAdministrator(asker, "delete_user");
        known(id);
        credentials.deleteAll(id, null);
        grants.delete(Wanted.of(id, null));
        users.delete(id);
        changes.fire(new AccountsChanged());
    }

    private User save(User user) {
        users.update(user);
        changes.fire(new AccountsChanged());
        return user;
    }

    private User known(String id) {
        return users.find(id).orElseThrow(() -> IdentityFaults.unknown("user", id));
    }

    private void requireFree(User user) {
        users.named(user.name()).filter(other -> !other.id().equals(user.id())).ifPresent(other -> {
            throw IdentityFaults.duplicate(
                    "user", "Duplicate entry found with name " + user.name() + " at domain ID " + Domain.ID + ".");
        });
    }

    private static Attributes checked(JsonObject given) {
        var attributes = new Attributes(given);
        attributes.requireDomain();
        attributes.refuse("options", "federated");
        return attributes;
    }

    private static String password(Attributes attributes) {
        return attributes.optionalName("password", LONGEST_PASSWORD).orElse(null);
    }
}
