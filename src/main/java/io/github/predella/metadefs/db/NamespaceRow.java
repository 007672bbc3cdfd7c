package io.github.predella.metadefs.db;

import io.github.predella.db.RowTimes;
import io.github.predella.metadefs.Namespace;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDateTime;

/** A row of the table {@code metadef_namespaces}. */
@Entity
@Table(name = "metadef_namespaces")
class NamespaceRow {

    @Id
    int id;

    @Column(name = "namespace")
    String name;

    @Column(name = "display_name")
    String displayName;

    String description;

    String visibility;

    @Column(name = "protected")
    Boolean isProtected;

    String owner;

    @Column(name = "created_at")
    LocalDateTime createdAt;

    @Column(name = "updated_at")
    LocalDateTime updatedAt;

    Namespace namespace() {
        return new Namespace(
                id,
                name,
                displayName,
                description,
                Namespace.Visibility.of(visibility).orElse(null),
                Boolean.TRUE.equals(isProtected),
                owner,
                RowTimes.instant(createdAt),
                RowTimes.instant(updatedAt));
    }
}
