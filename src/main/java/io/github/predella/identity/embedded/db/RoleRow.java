package io.github.predella.identity.embedded.db;

import io.github.predella.identity.embedded.Role;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A row of the table {@code predella_roles}. */
@Entity
@Table(name = "predella_roles")
class RoleRow {

    @Id
    String id;

    String name;

    String description;

    RoleRow with(Role role) {
        id = role.id();
        name = role.name();
        description = role.description();
        return this;
    }

    Role role() {
        return new Role(id, name, description);
    }
}
