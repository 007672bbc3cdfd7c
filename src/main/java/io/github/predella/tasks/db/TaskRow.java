package io.github.predella.tasks.db;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDateTime;

/** A row of the table {@code tasks}. */
@Entity
@Table(name = "tasks")
class TaskRow {

    @Id
    String id;

    String type;

    String status;

    String owner;

    @Column(name = "image_id")
    String imageId;

    @Column(name = "user_id")
    String userId;

    @Column(name = "request_id")
    String requestId;

    @Column(name = "expires_at")
    LocalDateTime expiresAt;

    @Column(name = "created_at")
    LocalDateTime createdAt;

    @Column(name = "updated_at")
    LocalDateTime updatedAt;
}
