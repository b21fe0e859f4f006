package io.itinera.messaging.store;

import io.itinera.messaging.domain.EmailAddress;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Addresses that are not written to, in the transaction of whoever calls. */
@ApplicationScoped
public class SuppressionStore implements PanacheRepositoryBase<SuppressionRow, AddressKey> {
    private static final String ADD =
            """
            insert into suppression (workspace, channel, address, reason, at)
            values (:workspace, :channel, :address, :reason, :at)
            on conflict do nothing""";

    /** Why an address is not written to; null when it is. */
    public Uni<@Nullable String> reason(String workspace, String channel, EmailAddress address) {
        return findById(new AddressKey(workspace, channel, address.normal()))
                .map(row -> row == null ? null : row.reason);
    }

    /** Never write there again; of several reasons the first stays. */
    public Uni<Void> add(
            String workspace, String channel, EmailAddress address, String reason, Instant now) {
        return Panache.getSession()
                .flatMap(
                        session ->
                                session.createNativeQuery(ADD)
                                        .setParameter("workspace", workspace)
                                        .setParameter("channel", channel)
                                        .setParameter("address", address.normal())
                                        .setParameter("reason", reason)
                                        .setParameter("at", now)
                                        .executeUpdate())
                .replaceWithVoid();
    }
}
