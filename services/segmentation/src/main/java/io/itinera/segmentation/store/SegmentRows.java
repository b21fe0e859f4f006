package io.itinera.segmentation.store;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Segments of a workspace; nobody is shown those of another. */
@ApplicationScoped
public class SegmentRows implements PanacheRepositoryBase<SegmentRow, UUID> {

    /** One segment; null when the workspace has none of this id. */
    public Uni<@Nullable SegmentRow> find(String workspace, UUID id) {
        return find("workspace = ?1 and id = ?2", workspace, id).firstResult();
    }

    /** One segment, held until the transaction ends. */
    public Uni<@Nullable SegmentRow> hold(String workspace, UUID id) {
        return find("workspace = ?1 and id = ?2", workspace, id)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResult();
    }

    /** Those of these segments that there are. */
    public Uni<List<SegmentRow>> named(String workspace, Collection<String> segments) {
        List<UUID> ids =
                segments.stream()
                        .filter(SegmentRow.ID.asMatchPredicate())
                        .map(UUID::fromString)
                        .toList();
        return ids.isEmpty()
                ? Uni.createFrom().item(List.of())
                : find("workspace = ?1 and id in ?2", workspace, ids).list();
    }

    /** A page in the order of ids, which is that of creation. */
    public Uni<List<SegmentRow>> page(String workspace, @Nullable UUID after, int limit) {
        return after == null
                ? find("workspace = ?1 order by id", workspace).page(Page.ofSize(limit)).list()
                : find("workspace = ?1 and id > ?2 order by id", workspace, after)
                        .page(Page.ofSize(limit))
                        .list();
    }
}
