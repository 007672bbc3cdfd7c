package io.github.predella.identity.embedded;

import io.github.predella.core.Fault;
import io.github.predella.core.SafeToRepeat;
import io.github.predella.identity.VerifiedToken;
import io.github.predella.identity.embedded.GrantRepository.Wanted;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Set;

/** Roles themselves; who has them is the business of {@link GrantService}. Each method is one transaction. */
@ApplicationScoped
@SafeToRepeat
@Transactional
public class RoleService {

    private static final int LONGEST = 255;
    private static final Set<String> KNOWN = Set.of("id", "name", "description", "domain_id", "options", "links");

    private final RoleRepository roles;
    private final GrantRepository grants;
    private final Event<AccountsChanged> changes;

    protected RoleService() {
        this(null, null, null);
    }

    @Inject
    public RoleService(RoleRepository roles, GrantRepository grants, Event<AccountsChanged> changes) {
        this.roles = roles;
        this.grants = grants;
        this.changes = changes;
    }

    /**
     * Roles in the order of their names.
     *
     * @param name only the one of that name, or null
     * @param limit at most so many
     */
    public List<Role> list(VerifiedToken asker, String name, int limit) {
        Authority.requireOverview(asker, "list_roles");
        return roles.list(name, limit);
    }

    public Role get(VerifiedToken asker, String id) {
        Authority.requireOverview(asker, "get_role");
        return known(id);
    }

    /** Creates a role that implies no other and that only the operator's policy rules give a meaning. */
    public Role create(VerifiedToken asker, JsonObject given) {
        Authority.requireAdministrator(asker, "create_role");
        var attributes = checked(given);
        var role = new Role(
                Ids.fresh(),
                attributes.name("name", LONGEST),
                attributes.text("description", LONGEST).orElse(null));
        requireFree(role);
        roles.insert(role);
        return role;
    }

    public Role update(VerifiedToken asker, String id, JsonObject given) {
        Authority.requireAdministrator(asker, "update_role");
        var attributes = checked(given);
        var before = changeable(id, "update");
        var after = new Role(
                id,
                attributes.optionalName("name", LONGEST).orElse(before.name()),
                attributes.has("description")
                        ? attributes.text("description", LONGEST).orElse(null)
                        : before.description());
        requireFree(after);
        roles.update(after);
        changes.fire(new AccountsChanged());
        return after;
    }

    /** Deletes a role and takes it from everybody. */
    public void delete(VerifiedToken asker, String id) {
        Authority.requireAdministrator(asker, "delete_role");
        changeable(id, "delete");
        grants.delete(new Wanted(null, id, null));
        roles.delete(id);
        changes.fire(new AccountsChanged());
    }

    private Role changeable(String id, String change) {
        var role = known(id);
        if (role.builtin()) {
            throw Fault.forbidden("Cannot " + change + " the immutable role " + role.name() + ".");
        }
        return role;
    }

    private Role known(String id) {
        return roles.find(id).orElseThrow(() -> IdentityFaults.unknown("role", id));
    }

    private void requireFree(Role role) {
        roles.list(role.name(), 1).stream()
                .filter(other -> !other.id().equals(role.id()))
                .forEach(other -> {
                    throw IdentityFaults.duplicate("role", "Duplicate entry found with name " + role.name() + ".");
                });
    }

    private static Attributes checked(JsonObject given) {
        var attributes = new Attributes(given);
        attributes.refuse("domain_id", "options");
        attributes.extra(jakarta.json.JsonValue.EMPTY_JSON_OBJECT, KNOWN).keySet().stream()
                .findFirst()
                .ifPresent(name -> {
                    throw IdentityFaults.invalidField(name, "roles have no such attribute");
                });
        return attributes;
    }
}
