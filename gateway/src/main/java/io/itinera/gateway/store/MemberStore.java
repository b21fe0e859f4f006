package io.itinera.gateway.store;

import io.itinera.gateway.domain.Member;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Members in PostgreSQL; every method joins the caller's session. */
@ApplicationScoped
public class MemberStore implements PanacheRepositoryBase<MemberRow, UUID> {
    /** A workspace has so many members at most, invited ones included. */
    public static final int MOST = 500;

    private static final String ACCEPT =
            """
            update MemberRow m set m.person = :person, m.name = :name
             where m.email = :email and m.person is null
               and not exists (select 1 from MemberRow o
                                where o.workspace = m.workspace and o.person = :person)
            """;

    /** Adds a member. */
    public Uni<Member> add(Member member, Instant now) {
        return persist(MemberRow.of(member, now)).replaceWith(member);
    }

    /** The member that this person is in the workspace; null when they are none. */
    public Uni<Member> of(UUID workspace, String person) {
        return find("workspace = ?1 and person = ?2", workspace, person)
                .firstResult()
                .onItem()
                .ifNotNull()
                .transform(MemberRow::member);
    }

    /** Every membership of a person. */
    public Uni<List<Member>> ofPerson(String person) {
        return list("person", person).map(MemberStore::members);
    }

    /** Everybody in a workspace, the oldest first. */
    public Uni<List<Member>> inWorkspace(UUID workspace) {
        return list("workspace = ?1 order by createdAt, id", workspace).map(MemberStore::members);
    }

    /** Everybody in a workspace, locked, so that two owners cannot remove one another at once. */
    public Uni<List<Member>> inWorkspaceLocked(UUID workspace) {
        return find("workspace = ?1 order by createdAt, id", workspace)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list()
                .map(MemberStore::members);
    }

    /** Takes up every invitation of an address; the number of them. */
    public Uni<Integer> accept(String email, String person, String name) {
        return update(ACCEPT, Map.of("person", person, "name", name, "email", email));
    }

    /** Removes a member. */
    public Uni<Boolean> remove(UUID member) {
        return deleteById(member);
    }

    private static List<Member> members(List<MemberRow> rows) {
        return rows.stream().map(MemberRow::member).toList();
    }
}
