package io.itinera.gateway.store;

import io.itinera.contracts.settings.Workspace;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Workspaces in PostgreSQL; every method joins the caller's session. */
@ApplicationScoped
public class WorkspaceStore implements PanacheRepositoryBase<WorkspaceRow, UUID> {
    /** Adds a workspace. */
    public Uni<Workspace> add(Workspace workspace, Instant now) {
        WorkspaceRow row = new WorkspaceRow();
        row.id = UUID.fromString(workspace.id());
        row.createdAt = now;
        row.take(workspace);
        return persist(row).replaceWith(workspace);
    }

    /** The workspace; null when there is none. */
    public Uni<Workspace> one(UUID id) {
        return findById(id).onItem().ifNotNull().transform(WorkspaceRow::workspace);
    }

    /** These workspaces, by name. */
    public Uni<List<Workspace>> all(Collection<UUID> ids) {
        return list("id in ?1 order by name, id", ids)
                .map(rows -> rows.stream().map(WorkspaceRow::workspace).toList());
    }

    /** Replaces a workspace's settings; null when there is none. */
    public Uni<Workspace> replace(Workspace workspace) {
        return findById(UUID.fromString(workspace.id()), LockModeType.PESSIMISTIC_WRITE)
                .onItem()
                .ifNotNull()
                .invoke(row -> row.take(workspace))
                .onItem()
                .ifNotNull()
                .transform(WorkspaceRow::workspace);
    }
}
