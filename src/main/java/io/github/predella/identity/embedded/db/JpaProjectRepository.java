package io.github.predella.identity.embedded.db;

import io.github.predella.identity.embedded.Project;
import io.github.predella.identity.embedded.ProjectRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;

/** Projects in the table {@code predella_projects}. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class JpaProjectRepository implements ProjectRepository {

    private EntityManager rows;

    /** For the container's proxy only. */
    protected JpaProjectRepository() {}

    @Inject
    public JpaProjectRepository(EntityManager rows) {
        this.rows = rows;
    }

    @Override
    public Optional<Project> find(String id) {
        return Selection.find(rows, ProjectRow.class, id).map(ProjectRow::project);
    }

    @Override
    public Optional<Project> named(String name) {
        return list(name, null, 1).stream().findFirst();
    }

    @Override
    public List<Project> list(String name, Boolean enabled, int limit) {
        return new Selection()
                .where("name", name)
                .where("enabled", enabled)
                .read(rows, ProjectRow.class, "r.name", limit)
                .getResultStream()
                .map(ProjectRow::project)
                .toList();
    }

    @Override
    public void insert(Project project) {
        rows.persist(new ProjectRow().with(project));
        Unique.flush(rows, "the project " + project.name());
    }

    @Override
    public void update(Project project) {
        var row = rows.find(ProjectRow.class, project.id());
        if (row != null) {
            row.with(project);
            Unique.flush(rows, "the project " + project.name());
        }
    }

    @Override
    public void delete(String id) {
        new Selection().where("id", id).delete(rows, ProjectRow.class);
    }
}
