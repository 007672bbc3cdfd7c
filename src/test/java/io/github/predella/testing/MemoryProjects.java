package io.github.predella.testing;

import io.github.predella.core.Fault;
import io.github.predella.identity.embedded.Project;
import io.github.predella.identity.embedded.ProjectRepository;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Projects in a map. */
public final class MemoryProjects implements ProjectRepository {

    private final Map<String, Project> projects = new ConcurrentHashMap<>();

    @Override
    public Optional<Project> find(String id) {
        return Optional.ofNullable(projects.get(id));
    }

    @Override
    public Optional<Project> named(String name) {
        return list(name, null, 1).stream().findFirst();
    }

    @Override
    public List<Project> list(String name, Boolean enabled, int limit) {
        return projects.values().stream()
                .filter(project -> name == null || name.equals(project.name()))
                .filter(project -> enabled == null || enabled == project.enabled())
                .sorted(Comparator.comparing(Project::name))
                .limit(limit)
                .toList();
    }

    @Override
    public void insert(Project project) {
        requireFree(project);
        if (projects.putIfAbsent(project.id(), project) != null) {
            throw Fault.conflict("id taken");
        }
    }

    @Override
    public void update(Project project) {
        requireFree(project);
        projects.computeIfPresent(project.id(), (id, before) -> project);
    }

    @Override
    public void delete(String id) {
        projects.remove(id);
    }

    private void requireFree(Project project) {
        if (named(project.name())
                .filter(other -> !other.id().equals(project.id()))
                .isPresent()) {
            throw Fault.conflict("name taken");
        }
    }
}
