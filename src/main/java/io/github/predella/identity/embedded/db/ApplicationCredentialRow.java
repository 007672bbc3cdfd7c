package io.github.predella.identity.embedded.db;

import io.github.predella.identity.embedded.ApplicationCredential;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;

/** A row of the table {@code predella_application_credentials}. */
@Entity
@Table(name = "predella_application_credentials")
class ApplicationCredentialRow {

    @Id
    String id;

    @Column(name = "user_id")
    String user;

    @Column(name = "project_id")
    String project;

    String name;

    String description;

    String secret;

    String roles;

    Long expires;

    boolean unrestricted;

    static ApplicationCredentialRow of(ApplicationCredential credential) {
        var row = new ApplicationCredentialRow();
        row.id = credential.id();
        row.user = credential.user();
        row.project = credential.project();
        row.name = credential.name();
        row.description = credential.description();
        row.secret = credential.secret();
        row.roles = String.join(",", credential.roles());
        row.expires = credential.expires() == null ? null : credential.expires().toEpochMilli();
        row.unrestricted = credential.unrestricted();
        return row;
    }

    ApplicationCredential credential() {
        return new ApplicationCredential(
                id,
                name,
                description,
                user,
                project,
                secret,
                List.of(roles.split(",", -1)),
                expires == null ? null : Instant.ofEpochMilli(expires),
                unrestricted);
    }
}
