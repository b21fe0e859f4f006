package io.itinera.gateway.store;

import io.itinera.gateway.domain.Member;
import io.itinera.gateway.domain.Role;
import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A member's row. */
@Entity(name = "MemberRow")
@Table(name = "member")
class MemberRow extends PanacheEntityBase {
    @Id UUID id;

    @Column(updatable = false)
    UUID workspace;

    @Column(updatable = false)
    String email;

    @Nullable String name;
    @Nullable String person;
    String role;

    @Column(name = "created_at", updatable = false)
    Instant createdAt;

    static MemberRow of(Member member, Instant now) {
        MemberRow row = new MemberRow();
        row.id = member.id();
        row.workspace = member.workspace();
        row.email = member.email();
        row.name = member.name();
        row.person = member.person();
        row.role = member.role().text();
        row.createdAt = now;
        return row;
    }

    Member member() {
        return new Member(id, workspace, email, name, person, Role.named(role));
    }
}
