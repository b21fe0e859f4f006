package io.itinera.journeys.store;

import io.itinera.journeys.domain.draft.Draft;
import io.itinera.journeys.domain.draft.Published;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Drafts and published versions, each found within its workspace alone. */
@ApplicationScoped
public class DraftRows implements PanacheRepositoryBase<JourneyRow, UUID> {

    /** The journeys of a workspace, newest first, those before a given one. */
    public Uni<List<Draft>> page(String workspace, @Nullable UUID before, int limit) {
        var rows =
                before == null
                        ? find("workspace = ?1 order by id desc", workspace)
                        : find("workspace = ?1 and id < ?2 order by id desc", workspace, before);
        return rows.page(Page.ofSize(limit))
                .list()
                .map(found -> found.stream().map(JourneyRow::draft).toList());
    }

    /** One journey. */
    public Uni<Optional<Draft>> draft(String workspace, UUID id) {
        return find("workspace = ?1 and id = ?2", workspace, id)
                .firstResult()
                .map(row -> Optional.ofNullable(row).map(JourneyRow::draft));
    }

    /** One journey, held until the transaction ends, so that edits and versions come in order. */
    public Uni<Optional<Draft>> locked(String workspace, UUID id) {
        return find("workspace = ?1 and id = ?2", workspace, id)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResult()
                .map(row -> Optional.ofNullable(row).map(JourneyRow::draft));
    }

    /** Adds a journey. */
    public Uni<Draft> add(Draft draft) {
        JourneyRow row = new JourneyRow();
        row.set(draft);
        return persist(row).replaceWith(draft);
    }

    /** Writes a journey that was locked before. */
    public Uni<Draft> change(Draft draft) {
        return findById(draft.id()).invoke(row -> row.set(draft)).replaceWith(draft);
    }

    /** Adds a version. */
    public Uni<Void> add(Published published) {
        VersionRow row = new VersionRow();
        row.set(published);
        return getSession().chain(session -> session.persist(row));
    }

    /** The versions of a journey, newest first. */
    public Uni<List<Published>> versions(String workspace, UUID journey, int atMost) {
        return getSession()
                .chain(
                        session ->
                                session.createQuery(
                                                "from VersionRow where workspace = :workspace and"
                                                        + " journey = :journey order by version desc",
                                                VersionRow.class)
                                        .setParameter("workspace", workspace)
                                        .setParameter("journey", journey)
                                        .setMaxResults(atMost)
                                        .getResultList())
                .map(rows -> rows.stream().map(VersionRow::published).toList());
    }

    /** One version of a journey. */
    public Uni<Optional<Published>> version(String workspace, UUID journey, int version) {
        return getSession()
                .chain(
                        session ->
                                session.createQuery(
                                                "from VersionRow where workspace = :workspace and"
                                                        + " journey = :journey and version = :version",
                                                VersionRow.class)
                                        .setParameter("workspace", workspace)
                                        .setParameter("journey", journey)
                                        .setParameter("version", version)
                                        .getSingleResultOrNull())
                .map(row -> Optional.ofNullable(row).map(VersionRow::published));
    }
}
