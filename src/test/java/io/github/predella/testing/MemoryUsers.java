package io.github.predella.testing;

import io.github.predella.core.Fault;
import io.github.predella.identity.embedded.User;
import io.github.predella.identity.embedded.UserRepository;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Users in a map. */
public final class MemoryUsers implements UserRepository {

    private final Map<String, User> users = new ConcurrentHashMap<>();

    @Override
    public Optional<User> find(String id) {
        return Optional.ofNullable(users.get(id));
    }

    @Override
    public Optional<User> named(String name) {
        return list(name, null, 1).stream().findFirst();
    }

    @Override
    public List<User> list(String name, Boolean enabled, int limit) {
        return users.values().stream()
                .filter(user -> name == null || name.equals(user.name()))
                .filter(user -> enabled == null || enabled == user.enabled())
                .sorted(Comparator.comparing(User::name))
                .limit(limit)
                .toList();
    }

    @Override
    public void insert(User user) {
        requireFree(user);
        if (users.putIfAbsent(user.id(), user) != null) {
            throw Fault.conflict("id taken");
        }
    }

    @Override
    public void update(User user) {
        requireFree(user);
        users.computeIfPresent(user.id(), (id, before) -> user);
    }

    @Override
    public void delete(String id) {
        users.remove(id);
    }

    private void requireFree(User user) {
        if (named(user.name()).filter(other -> !other.id().equals(user.id())).isPresent()) {
            throw Fault.conflict("name taken");
        }
    }
}
