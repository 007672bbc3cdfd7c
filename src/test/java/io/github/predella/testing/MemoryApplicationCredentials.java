package io.github.predella.testing;

import io.github.predella.core.Fault;
import io.github.predella.identity.embedded.ApplicationCredential;
import io.github.predella.identity.embedded.ApplicationCredentialRepository;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Application credentials in a map. */
public final class MemoryApplicationCredentials implements ApplicationCredentialRepository {

    private final Map<String, ApplicationCredential> credentials = new ConcurrentHashMap<>();

    @Override
    public Optional<ApplicationCredential> find(String id) {
        return Optional.ofNullable(credentials.get(id));
    }

    @Override
    public List<ApplicationCredential> list(String user, String name, int limit) {
        return credentials.values().stream()
                .filter(credential -> credential.user().equals(user))
                .filter(credential -> name == null || name.equals(credential.name()))
                .sorted(Comparator.comparing(ApplicationCredential::name))
                .limit(limit)
                .toList();
    }

    @Override
    public void insert(ApplicationCredential credential) {
        if (!list(credential.user(), credential.name(), 1).isEmpty()
                || credentials.putIfAbsent(credential.id(), credential) != null) {
            throw Fault.conflict("id or name taken");
        }
    }

    @Override
    public void delete(String id) {
        credentials.remove(id);
    }

    @Override
    public void forgetExpired(Instant before) {
        credentials
                .values()
                .removeIf(credential ->
                        credential.expires() != null && credential.expires().isBefore(before));
    }

    @Override
    public void deleteAll(String user, String project) {
        credentials
                .values()
                .removeIf(credential -> (user == null || user.equals(credential.user()))
                        && (project == null || project.equals(credential.project())));
    }
}
