package io.github.predella.identity.embedded.db;

import io.github.predella.identity.embedded.Grant;
import io.github.predella.identity.embedded.Scope;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Objects;

/** A row of the table {@code predella_grants}, which is nothing but its key. */
@Entity
@Table(name = "predella_grants")
@IdClass(GrantRow.Key.class)
class GrantRow {

    @Id
    @Column(name = "user_id")
    String user;

    @Id
    String kind;

    @Id
    String target;

    @Id
    @Column(name = "role_id")
    String role;

    static GrantRow of(Grant grant) {
        var row = new GrantRow();
        row.user = grant.user();
        row.kind = grant.scope().kind().name();
        row.target = grant.scope().target();
        row.role = grant.role();
        return row;
    }

    Key key() {
        var key = new Key();
        key.user = user;
        key.kind = kind;
        key.target = target;
        key.role = role;
        return key;
    }

    Grant grant() {
        return new Grant(user, role, new Scope(Scope.Kind.valueOf(kind), target));
    }

    /** A class rather than a record, since the persistence of this platform cannot set up a record. */
    static final class Key implements Serializable {

        private static final long serialVersionUID = 1L;

        String user;
        String kind;
        String target;
        String role;

        @Override
        public boolean equals(Object other) {
            return other instanceof Key that
                    && Objects.equals(user, that.user)
                    && Objects.equals(kind, that.kind)
                    && Objects.equals(target, that.target)
                    && Objects.equals(role, that.role);
        }

        @Override
        public int hashCode() {
            return Objects.hash(user, kind, target, role);
        }
    }
}
