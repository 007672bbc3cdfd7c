package io.github.predella.identity.embedded.db;

import io.github.predella.identity.embedded.Project;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A row of the table {@code predella_projects}. */
@Entity
@Table(name = "predella_projects")
class ProjectRow {

    @Id
    String id;

    String name;

    String description;

    boolean enabled;

    @Column(name = "tokens_from")
    long tokensFrom;

    String extra;

    ProjectRow with(Project project) {
        id = project.id();
        name = project.name();
        description = project.description();
        enabled = project.enabled();
        tokensFrom = project.tokensFrom().toEpochMilli();
        extra = project.extra().toString();
        return this;
    }

    Project project() {
        return new Project(id, name, description, enabled, Instant.ofEpochMilli(tokensFrom), ExtraText.object(extra));
    }
}
