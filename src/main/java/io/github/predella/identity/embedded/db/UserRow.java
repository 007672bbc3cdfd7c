package io.github.predella.identity.embedded.db;

import io.github.predella.identity.embedded.User;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A row of the table {@code predella_users}. */
@Entity
@Table(name = "predella_users")
class UserRow {

    @Id
    String id;

    String name;

    boolean enabled;

    @Column(name = "default_project_id")
    String defaultProject;

    String password;

    @Column(name = "tokens_from")
    long tokensFrom;

    String extra;

    UserRow with(User user) {
        id = user.id();
        name = user.name();
        enabled = user.enabled();
        defaultProject = user.defaultProject();
        password = user.password();
        tokensFrom = user.tokensFrom().toEpochMilli();
        extra = user.extra().toString();
        return this;
    }

    User user() {
        return new User(
                id, name, enabled, defaultProject, password, Instant.ofEpochMilli(tokensFrom), ExtraText.object(extra));
    }
}
