package io.github.predella.identity.embedded;

import io.github.predella.identity.embedded.GrantRepository.Wanted;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The roles a user has on a scope: those given and those implied. Needs the transaction of its caller. */
final class EffectiveRoles {

    private static final int MOST = 1_000;

    private final GrantRepository grants;
    private final RoleRepository roles;

    EffectiveRoles(GrantRepository grants, RoleRepository roles) {
        this.grants = grants;
        this.roles = roles;
    }

    /** The roles, given ones before implied ones, each once. */
    List<Role> of(String user, Scope scope) {
        var given = grants.list(Wanted.of(user, scope), MOST).stream()
                .map(Grant::role)
                .toList();
        return expanded(given);
    }

    /** The roles of these ids and all they imply, each once; ids of roles that are gone are left out. */
    List<Role> expanded(Collection<String> ids) {
        var given = ids.stream()
                .map(id -> roles.find(id).orElse(null))
                .filter(Objects::nonNull)
                .toList();
        Map<String, Role> all = new LinkedHashMap<>();
        given.forEach(role -> all.put(role.id(), role));
        given.forEach(role -> role.implied().forEach(implied -> all.putIfAbsent(implied.id(), implied)));
        return List.copyOf(all.values());
    }
}
