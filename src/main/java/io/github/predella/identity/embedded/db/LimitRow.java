package io.github.predella.identity.embedded.db;

import io.github.predella.identity.embedded.StoredLimit;
import io.github.predella.quota.Limit;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A row of the table {@code predella_limits}. */
@Entity
@Table(name = "predella_limits")
class LimitRow {

    /** What stands in the column of the project for the default of all. */
    static final String ALL = "";

    @Id
    String id;

    @Column(name = "project_id")
    String project;

    @Column(name = "resource_name")
    String resource;

    long amount;

    @Column(name = "region_id")
    String region;

    String description;

    LimitRow with(StoredLimit limit) {
        id = limit.id();
        project = limit.project() == null ? ALL : limit.project();
        resource = limit.resource().wireName();
        amount = limit.amount();
        region = limit.region();
        description = limit.description();
        return this;
    }

    StoredLimit limit() {
        return new StoredLimit(
                id,
                project.equals(ALL) ? null : project,
                Limit.named(resource).orElseThrow(),
                amount,
                region,
                description);
    }
}
