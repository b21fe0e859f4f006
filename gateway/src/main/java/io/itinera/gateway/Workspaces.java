package io.itinera.gateway;

import io.itinera.contracts.Topics;
import io.itinera.contracts.settings.Workspace;
import io.itinera.gateway.domain.Member;
import io.itinera.gateway.domain.Person;
import io.itinera.gateway.domain.Role;
import io.itinera.gateway.store.MemberStore;
import io.itinera.gateway.store.Publications;
import io.itinera.gateway.store.WorkspaceStore;
import io.itinera.kit.ids.Ids;
import io.itinera.kit.problem.Problem;
import io.itinera.kit.problem.ProblemCode;
import io.itinera.kit.records.JsonCodec;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Tenants and their settings. */
@ApplicationScoped
public class Workspaces {
    private static final JsonCodec<Workspace> CODEC = JsonCodec.of(Workspace.class);

    private final WorkspaceStore workspaces;
    private final MemberStore members;
    private final Publications publications;

    Workspaces(WorkspaceStore workspaces, MemberStore members, Publications publications) {
        this.workspaces = workspaces;
        this.members = members;
        this.publications = publications;
    }

    /**
     * Creates a workspace that belongs to its creator.
     *
     * @throws Problem {@link ProblemCode#FORBIDDEN} unless the bootstrap claim is theirs
     */
    @WithTransaction
    public Uni<Workspace> create(Person creator, Workspace workspace) {
        if (!creator.mayCreateWorkspaces()) {
            throw new Problem(ProblemCode.FORBIDDEN, "You may not create workspaces");
        }
        Instant now = Instant.now();
        return workspaces
                .add(workspace, now)
                .flatMap(ignored -> members.add(owner(creator, workspace), now))
                .flatMap(ignored -> publish(workspace));
    }

    private static Member owner(Person creator, Workspace workspace) {
        String email = creator.email() == null ? creator.id() : creator.email();
        return new Member(
                Ids.v7(),
                UUID.fromString(workspace.id()),
                email,
                creator.name(),
                creator.id(),
                Role.OWNER);
    }

    /** A workspace's settings. */
    @WithSession
    public Uni<Workspace> one(UUID id) {
        return workspaces.one(id).onItem().ifNull().failWith(() -> missing(id));
    }

    /** The settings of these workspaces. */
    @WithSession
    public Uni<List<Workspace>> all(Collection<UUID> ids) {
        return workspaces.all(ids);
    }

    /** Replaces a workspace's settings. */
    @WithTransaction
    public Uni<Workspace> replace(Workspace workspace) {
        return workspaces
                .replace(workspace)
                .onItem()
                .ifNull()
                .failWith(() -> missing(workspace.id()))
                .flatMap(this::publish);
    }

    private Uni<Workspace> publish(Workspace workspace) {
        return publications
                .append(Topics.WORKSPACES, workspace.id(), CODEC, workspace)
                .replaceWith(workspace);
    }

    private static Problem missing(Object id) {
        return Problem.notFound("workspace", id);
    }
}
