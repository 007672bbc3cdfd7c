package io.github.predella.testing;

import io.github.predella.core.Fault;
import io.github.predella.identity.embedded.Role;
import io.github.predella.identity.embedded.RoleRepository;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Roles in a map. */
public final class MemoryRoles implements RoleRepository {

    private final Map<String, Role> roles = new ConcurrentHashMap<>();

    @Override
    public Optional<Role> find(String id) {
        return Optional.ofNullable(roles.get(id));
    }

    @Override
    public List<Role> list(String name, int limit) {
        return roles.values().stream()
                .filter(role -> name == null || name.equals(role.name()))
                .sorted(Comparator.comparing(Role::name))
                .limit(limit)
                .toList();
    }

    @Override
    public void insert(Role role) {
        requireFree(role);
        if (roles.putIfAbsent(role.id(), role) != null) {
            throw Fault.conflict("id taken");
        }
    }

    @Override
    public void update(Role role) {
        requireFree(role);
        roles.computeIfPresent(role.id(), (id, before) -> role);
    }

    @Override
    public void delete(String id) {
        roles.remove(id);
    }

    private void requireFree(Role role) {
        if (list(role.name(), 1).stream().anyMatch(other -> !other.id().equals(role.id()))) {
            throw Fault.conflict("name taken");
        }
    }
}
