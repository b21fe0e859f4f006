package io.itinera.messaging.store;

import io.itinera.messaging.domain.delivery.Delivery;
import io.itinera.messaging.domain.delivery.DeliveryState;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Deliveries, in the transaction of whoever calls. */
@ApplicationScoped
public class DeliveryStore implements PanacheRepositoryBase<DeliveryRow, UUID> {
    /**
     * The messages of one run of a journey leave in the order in which they were asked for; one
     * that waits holds up no other run's.
     */
    private static final String CLAIM =
            """
            update delivery set due_at = :lease where key in (
                select d.key from delivery d
                where d.state in ('waiting', 'sending') and d.due_at <= :now
                  and not exists (
                      select 1 from delivery earlier
                      where earlier.workspace = d.workspace and earlier.customer = d.customer
                        and earlier.enrollment = d.enrollment
                        and earlier.state in ('waiting', 'sending')
                        and earlier.sequence < d.sequence)
                order by d.due_at limit :most for update skip locked)
            returning key""";

    /**
     * Takes deliveries that are due, so that nobody else does until the lease ends; of an
     * enrollment's only the first that is open.
     */
    public Uni<List<UUID>> claim(Instant now, Instant leaseEnds, int most) {
        return Panache.getSession()
                .flatMap(
                        session ->
                                session.createNativeQuery(CLAIM, UUID.class)
                                        .setParameter("lease", leaseEnds)
                                        .setParameter("now", now)
                                        .setParameter("most", most)
                                        .getResultList());
    }

    /** Lets nobody else take a delivery until then, as long as it is on its way. */
    public Uni<Void> keep(UUID key, Instant leaseEnds) {
        return update(
                        "dueAt = ?1 where key = ?2 and state = ?3",
                        leaseEnds,
                        key,
                        DeliveryState.SENDING.wire())
                .replaceWithVoid();
    }

    /** A delivery that nobody else can change until the transaction ends; null when unknown. */
    public Uni<@Nullable Delivery> locked(UUID key) {
        return findById(key, LockModeType.PESSIMISTIC_WRITE)
                .map(row -> row == null ? null : DeliveryMapping.delivery(row));
    }

    /**
     * Those of these that are known, by key, locked likewise and in one order, so never in a knot.
     */
    public Uni<Map<UUID, Delivery>> locked(Collection<UUID> keys) {
        return find("key in ?1", Sort.by("key"), keys)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list()
                .map(
                        rows ->
                                rows.stream()
                                        .map(DeliveryMapping::delivery)
                                        .collect(Collectors.toMap(Delivery::key, d -> d)));
    }

    /** Writes what has become of a delivery. */
    public Uni<Void> save(Delivery delivery) {
        return findById(delivery.key()).flatMap(row -> save(row, delivery));
    }

    private Uni<Void> save(@Nullable DeliveryRow row, Delivery delivery) {
        if (row == null) {
            return persist(DeliveryMapping.row(delivery)).replaceWithVoid();
        }
        DeliveryMapping.update(row, delivery);
        return Uni.createFrom().voidItem();
    }
}
