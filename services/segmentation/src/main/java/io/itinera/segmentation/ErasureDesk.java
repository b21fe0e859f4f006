package io.itinera.segmentation;

import io.itinera.contracts.Keys;
import io.itinera.contracts.Topics;
import io.itinera.contracts.erasures.ErasureLift;
import io.itinera.contracts.erasures.ErasureRequest;
import io.itinera.contracts.erasures.ErasuresRecord;
import io.itinera.kit.ids.Ids;
import io.itinera.kit.outbox.Outbox;
import io.itinera.kit.outbox.OutboxRow;
import io.itinera.kit.outbox.Spread;
import io.itinera.kit.records.JsonCodec;
import io.itinera.segmentation.domain.identity.IdentityHash;
import io.itinera.segmentation.domain.identity.Named;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Takes that somebody is to be erased, and that somebody is let in again; names nobody. */
@ApplicationScoped
public class ErasureDesk {
    /** The service, as its receipts name it. */
    public static final String SERVICE = "segmentation";

    private static final JsonCodec<ErasuresRecord> CODEC = JsonCodec.of(ErasuresRecord.class);

    private final Clock clock = Clock.systemUTC();

    /**
     * Asks that a customer be erased; the erasure.
     *
     * @param name by which it is asked for; null when a customer is named
     */
    @WithTransaction
    public Uni<UUID> ask(String workspace, UUID customer, @Nullable Named name, String person) {
        UUID erasure = Ids.v7();
        ErasureRequest request =
                new ErasureRequest(
                        erasure,
                        workspace,
                        customer,
                        name == null ? null : IdentityHash.of(workspace, name),
                        name == null ? null : Ids.customer(workspace, name.kind(), name.value()),
                        person,
                        now(),
                        Map.of());
        return tell(Keys.erasure(workspace, erasure), request).replaceWith(erasure);
    }

    /** Says that a person who was erased is let in again. */
    @WithTransaction
    public Uni<UUID> lift(String workspace, UUID erasure, UUID customer, String person) {
        ErasureLift lift = new ErasureLift(erasure, workspace, customer, person, now(), Map.of());
        return tell(Keys.erasureLift(workspace, erasure), lift).replaceWith(erasure);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static Uni<Void> tell(String key, ErasuresRecord record) {
        OutboxRow row = OutboxRow.of(Topics.ERASURES, key, CODEC, record, Spread.BY_KEY);
        return Panache.getSession().chain(session -> Outbox.append(session, List.of(row)));
    }
}
