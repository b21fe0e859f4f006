package io.itinera.gateway.store;

import io.itinera.gateway.domain.EventSource;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.UUID;

/** Sources in PostgreSQL; every method joins the caller's session. */
@ApplicationScoped
public class SourceStore implements PanacheRepositoryBase<SourceRow, UUID> {
    /** A workspace has so many sources at most. */
    public static final int MOST = 200;

    /** Adds a source. */
    public Uni<EventSource> add(EventSource source) {
        SourceRow row = new SourceRow();
        row.take(source);
        return persist(row).replaceWith(source);
    }

    /** The sources of a workspace, the oldest first. */
    public Uni<List<EventSource>> inWorkspace(UUID workspace) {
        return list("workspace = ?1 order by createdAt, id", workspace)
                .map(rows -> rows.stream().map(SourceRow::source).toList());
    }

    /** A workspace's source, locked until the transaction ends; null when it has none such. */
    public Uni<EventSource> locked(UUID workspace, UUID source) {
        return find("workspace = ?1 and id = ?2", workspace, source)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResult()
                .onItem()
                .ifNotNull()
                .transform(SourceRow::source);
    }

    /** Replaces a source that {@link #locked} returned. */
    public Uni<EventSource> replace(EventSource source) {
        return findById(source.id()).invoke(row -> row.take(source)).replaceWith(source);
    }
}
