package io.github.predella.identity.keystone;

import io.github.predella.identity.ProjectNames;
import io.github.predella.identity.VerifiedToken.Named;
import io.github.predella.identity.keystone.Memory.Learnt;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The names of Keystone's projects: those of the user, and for whom Keystone lets see all of them, all. What was seen is
 * remembered for a minute.
 */
@ApplicationScoped
@Typed(KeystoneProjectNames.class)
public class KeystoneProjectNames implements ProjectNames {

    private static final int OK = 200;
    private static final Duration KEEP = Duration.ofMinutes(1);

    /** Few, since an administrator's entry holds the names of all projects. */
    private static final int MOST = 50;

    private KeystoneClient keystone;
    private KeystoneTokens tokens;
    private Clock clock;
    private Memory<List<Named>> all;

    /** For the container's proxy only. */
    protected KeystoneProjectNames() {}

    @Inject
    public KeystoneProjectNames(Keystones keystones, KeystoneTokens tokens, Clock clock) {
        this(keystones.forTokens(), tokens, clock);
    }

    KeystoneProjectNames(KeystoneClient keystone, KeystoneTokens tokens, Clock clock) {
        this.keystone = keystone;
        this.tokens = tokens;
        this.clock = clock;
        this.all = new Memory<>(clock, MOST);
    }

    @Override
    public Map<String, String> names(String token, Collection<String> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        var names = pick(tokens.projects(token), ids);
        return names.keySet().containsAll(ids) ? names : pick(everything(token), ids);
    }

    private static Map<String, String> pick(List<Named> projects, Collection<String> ids) {
        return projects.stream()
                .filter(project -> ids.contains(project.id()))
                .collect(Collectors.toUnmodifiableMap(Named::id, Named::name, (one, same) -> one));
    }

    @Override
    public Optional<Named> named(String token, String name) {
        return named(tokens.projects(token), name).or(() -> named(everything(token), name));
    }

    private static Optional<Named> named(List<Named> projects, String name) {
        return projects.stream().filter(project -> project.name().equals(name)).findFirst();
    }

    /** All projects for administrators, for others their own. */
    private List<Named> everything(String token) {
        return KeystoneRequests.couldBeToken(token) ? all.get(TokenDigest.of(token), () -> ask(token)) : List.of();
    }

    private Learnt<List<Named>> ask(String token) {
        var answer = keystone.getAs(token, "/projects");
        boolean allowed = answer.status() == OK;
        var projects = allowed
                ? TokenReader.objects(answer.body(), "projects").stream()
                        .map(TokenReader::named)
                        .toList()
                : tokens.projects(token);
        return new Learnt<>(projects, clock.instant().plus(KEEP), allowed);
    }
}
