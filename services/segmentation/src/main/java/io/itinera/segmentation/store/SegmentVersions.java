package io.itinera.segmentation.store;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** What was published of segments. */
@ApplicationScoped
public class SegmentVersions {
    /** The versions that hold, of those of these segments that there are. */
    public Uni<List<SegmentVersionRow>> holding(String workspace, Set<String> segments) {
        List<UUID> ids =
                segments.stream()
                        .filter(SegmentRow.ID.asMatchPredicate())
                        .map(UUID::fromString)
                        .toList();
        return Panache.getSession()
                .chain(
                        session ->
                                session.createSelectionQuery(
                                                "select v from SegmentVersionRow v, SegmentRow s"
                                                        + " where s.workspace = :workspace"
                                                        + " and s.archived = false and s.id in :ids"
                                                        + " and v.segment = s.id"
                                                        + " and v.version = s.version",
                                                SegmentVersionRow.class)
                                        .setParameter("workspace", workspace)
                                        .setParameter("ids", ids)
                                        .getResultList());
    }

    /** Waits until no other transaction of the workspace is between this and its end. */
    public Uni<Void> waitForOthers(String workspace) {
        return Panache.getSession()
                .chain(
                        session ->
                                session.createNativeQuery(
                                                "select 1 from pg_advisory_xact_lock("
                                                        + "hashtextextended(:name, 0))",
                                                Integer.class)
                                        .setParameter("name", "segments of " + workspace)
                                        .getResultList())
                .replaceWithVoid();
    }
}
