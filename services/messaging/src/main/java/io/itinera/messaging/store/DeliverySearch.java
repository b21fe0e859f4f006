package io.itinera.messaging.store;

import io.itinera.messaging.domain.EmailAddress;
import io.itinera.messaging.domain.delivery.Delivery;
import io.itinera.messaging.domain.delivery.DeliveryFilter;
import io.itinera.messaging.domain.delivery.DeliveryListing;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What people ask about deliveries. */
@ApplicationScoped
public class DeliverySearch implements PanacheRepositoryBase<DeliveryRow, UUID> {
    /** The most customers that one address is taken to belong to. */
    private static final int MAX_CUSTOMERS = 10;

    /** The newest first. */
    public Uni<List<DeliveryListing>> list(DeliveryFilter filter) {
        StringBuilder where = new StringBuilder("workspace = :workspace");
        Map<String, Object> values = new HashMap<>(Map.of("workspace", filter.workspace()));
        and(where, values, "customer = :customer", "customer", filter.customer());
        and(where, values, "journey = :journey", "journey", filter.journey());
        and(where, values, "sequence < :before", "before", filter.before());
        String state = filter.state() == null ? null : filter.state().wire();
        and(where, values, "state = :state", "state", state);
        return find(where.toString(), Sort.descending("sequence"), values)
                .page(0, filter.limit())
                .list()
                .map(rows -> rows.stream().map(DeliverySearch::listing).toList());
    }

    /** One delivery of a workspace; null when it has none of this key. */
    public Uni<@Nullable Delivery> find(String workspace, UUID key) {
        return find("key = ?1 and workspace = ?2", key, workspace)
                .firstResult()
                .map(row -> row == null ? null : DeliveryMapping.delivery(row));
    }

    /** One delivery, whosever it is; null when there is none of this key. */
    public Uni<@Nullable Delivery> find(UUID key) {
        return findById(key).map(row -> row == null ? null : DeliveryMapping.delivery(row));
    }

    /** Who has received mail, or would have, at an address. */
    public Uni<List<UUID>> customersOf(String workspace, EmailAddress address) {
        return find(
                        "select distinct customer from DeliveryRow"
                                + " where workspace = ?1 and lower(address) = ?2",
                        workspace,
                        address.normal())
                .project(CustomerOnly.class)
                .page(0, MAX_CUSTOMERS)
                .list()
                .map(found -> found.stream().map(CustomerOnly::customer).toList());
    }

    private static DeliveryListing listing(DeliveryRow row) {
        return new DeliveryListing(row.sequence, DeliveryMapping.delivery(row));
    }

    private static void and(
            StringBuilder where,
            Map<String, Object> values,
            String clause,
            String name,
            @Nullable Object value) {
        if (value != null) {
            where.append(" and ").append(clause);
            values.put(name, value);
        }
    }
}
