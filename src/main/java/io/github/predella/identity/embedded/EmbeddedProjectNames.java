package io.github.predella.identity.embedded;

import io.github.predella.identity.ProjectNames;
import io.github.predella.identity.VerifiedToken.Named;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The names of the projects of the built-in identity service. */
@ApplicationScoped
@Typed(EmbeddedProjectNames.class)
public class EmbeddedProjectNames implements ProjectNames {

    private EmbeddedIdentity identity;
    private ProjectService projects;

    /** For the container's proxy only. */
    protected EmbeddedProjectNames() {}

    @Inject
    public EmbeddedProjectNames(EmbeddedIdentity identity, ProjectService projects) {
        this.identity = identity;
        this.projects = projects;
    }

    @Override
    public Map<String, String> names(String token, Collection<String> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return identity.verify(token)
                .map(asker -> projects.knownTo(asker, ids).stream()
                        .collect(Collectors.toUnmodifiableMap(Project::id, Project::name)))
                .orElse(Map.of());
    }

    @Override
    public Optional<Named> named(String token, String name) {
        return identity.verify(token)
                .flatMap(asker -> projects.knownTo(asker, name))
                .map(project -> new Named(project.id(), project.name()));
    }
}
