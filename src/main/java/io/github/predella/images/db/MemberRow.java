package io.github.predella.images.db;

import io.github.predella.db.RowTimes;
import io.github.predella.images.Member;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDateTime;

/** A row of the table {@code image_members}. */
@Entity
@Table(name = "image_members")
class MemberRow {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Integer id;

    @Column(name = "image_id")
    String imageId;

    @Column(name = "member")
    String project;

    @Column(name = "can_share")
    boolean canShare;

    String status;

    @Column(name = "created_at")
    LocalDateTime createdAt;

    @Column(name = "updated_at")
    LocalDateTime updatedAt;

    @Column(name = "deleted_at")
    LocalDateTime deletedAt;

    boolean deleted;

    /** The row of a new member. */
    static MemberRow of(Member member) {
        var row = new MemberRow();
        row.imageId = member.imageId();
        row.project = member.project();
        row.status = member.status().wireName();
        row.createdAt = RowTimes.utc(member.createdAt());
        row.updatedAt = RowTimes.utc(member.updatedAt());
        return row;
    }
}
