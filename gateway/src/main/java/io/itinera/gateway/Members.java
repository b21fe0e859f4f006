package io.itinera.gateway;

import io.itinera.gateway.domain.Member;
import io.itinera.gateway.domain.Person;
import io.itinera.gateway.domain.Role;
import io.itinera.gateway.store.MemberStore;
import io.itinera.kit.ids.Ids;
import io.itinera.kit.problem.Problem;
import io.itinera.kit.problem.ProblemCode;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Who is in which workspace, and who will be at their next sign-in. */
@ApplicationScoped
public class Members {
    private final MemberStore members;

    Members(MemberStore members) {
        this.members = members;
    }

    /** The member that a person is in a workspace, invited or acting; null when they are none. */
    @WithSession
    public Uni<Member> enter(Person person, UUID workspace) {
        return members.of(workspace, person.id())
                .onItem()
                .ifNull()
                .switchTo(
                        () ->
                                accept(person)
                                        .flatMap(ignored -> members.of(workspace, person.id())));
    }

    /** Every membership of a person, after their invitations are taken up. */
    @WithSession
    public Uni<List<Member>> of(Person person) {
        return accept(person).flatMap(ignored -> members.ofPerson(person.id()));
    }

    private Uni<Integer> accept(Person person) {
        return person.invitedAs()
                .map(email -> members.accept(email, person.id(), person.name()))
                .orElseGet(() -> Uni.createFrom().item(0));
    }

    /** Everybody in a workspace. */
    @WithSession
    public Uni<List<Member>> in(UUID workspace) {
        return members.inWorkspace(workspace);
    }

    /** Invites an address; it takes effect when its owner signs in. */
    @WithTransaction
    public Uni<Member> invite(UUID workspace, String email, Role role) {
        Member invited = new Member(Ids.v7(), workspace, Person.address(email), null, null, role);
        return members.inWorkspace(workspace)
                .invoke(all -> requireRoom(all, invited))
                .flatMap(ignored -> members.add(invited, Instant.now()));
    }

    private static void requireRoom(List<Member> all, Member invited) {
        if (all.size() >= MemberStore.MOST) {
            throw new Problem(
                    ProblemCode.CONFLICT,
                    "A workspace has at most " + MemberStore.MOST + " members");
        }
        if (all.stream().anyMatch(member -> member.email().equals(invited.email()))) {
            throw new Problem(ProblemCode.CONFLICT, "This address is already invited");
        }
    }

    /** Takes a member out; the last owner stays. */
    @WithTransaction
    public Uni<Void> remove(UUID workspace, UUID member) {
        return members.inWorkspaceLocked(workspace)
                .invoke(all -> requireRemovable(all, member))
                .flatMap(ignored -> members.remove(member))
                .replaceWithVoid();
    }

    private static void requireRemovable(List<Member> all, UUID id) {
        Member member =
                all.stream()
                        .filter(one -> one.id().equals(id))
                        .findFirst()
                        .orElseThrow(() -> Problem.notFound("member", id));
        if (member.isLastOwner(all)) {
            throw new Problem(ProblemCode.CONFLICT, "The last owner cannot leave the workspace");
        }
    }
}
