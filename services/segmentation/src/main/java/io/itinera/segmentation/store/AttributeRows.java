package io.itinera.segmentation.store;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Attributes of a workspace; nobody is shown those of another. */
@ApplicationScoped
public class AttributeRows implements PanacheRepositoryBase<AttributeRow, UUID> {

    /** One attribute; null when the workspace has none of this id. */
    public Uni<@Nullable AttributeRow> find(String workspace, UUID id) {
        return find("workspace = ?1 and id = ?2", workspace, id).firstResult();
    }

    /** One attribute, held until the transaction ends. */
    public Uni<@Nullable AttributeRow> hold(String workspace, UUID id) {
        return find("workspace = ?1 and id = ?2", workspace, id)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResult();
    }

    /** A page in the order of ids, which is that of creation. */
    public Uni<List<AttributeRow>> page(String workspace, @Nullable UUID after, int limit) {
        return after == null
                ? find("workspace = ?1 order by id", workspace).page(Page.ofSize(limit)).list()
                : find("workspace = ?1 and id > ?2 order by id", workspace, after)
                        .page(Page.ofSize(limit))
                        .list();
    }

    /** The versions that hold in a workspace. */
    public Uni<List<AttributeVersionRow>> holding(String workspace) {
        return Panache.getSession()
                .chain(
                        session ->
                                session.createSelectionQuery(
                                                "select v from AttributeVersionRow v, AttributeRow a"
                                                        + " where a.workspace = :workspace"
                                                        + " and a.archived = false"
                                                        + " and v.attribute = a.id"
                                                        + " and v.version = a.version",
                                                AttributeVersionRow.class)
                                        .setParameter("workspace", workspace)
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
                                        .setParameter("name", "attributes of " + workspace)
                                        .getResultList())
                .replaceWithVoid();
    }
}
