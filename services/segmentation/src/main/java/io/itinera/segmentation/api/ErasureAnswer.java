package io.itinera.segmentation.api;

import io.itinera.contracts.erasures.ErasureLift;
import io.itinera.contracts.erasures.ErasureReceipt;
import io.itinera.contracts.erasures.ErasureRequest;
import io.itinera.contracts.erasures.ErasuresRecord;
import io.itinera.contracts.erasures.Removed;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An erasure, and what each service says of it.
 *
 * @param id the erasure
 * @param customer who is erased, as known when it was asked for
 * @param requestedAt when it was asked for
 * @param requestedBy the person who asked
 * @param receipts what each service has erased, by its name
 * @param liftedAt when the person was let in again; absent while they are not
 */
@RegisterForReflection
record ErasureAnswer(
        UUID id,
        @Nullable UUID customer,
        @Nullable Instant requestedAt,
        @Nullable String requestedBy,
        List<Receipt> receipts,
        @Nullable Instant liftedAt) {

    /**
     * What one service has erased.
     *
     * @param service which
     * @param customer who was erased, after every merge
     * @param removed how much was taken out of each store
     * @param at when it was done: from then on no answer says anything of the person
     * @param filesCleanBy by when no file holds any of it
     */
    @RegisterForReflection
    record Receipt(
            String service,
            UUID customer,
            List<Removed> removed,
            Instant at,
            Instant filesCleanBy) {
        static Receipt of(ErasureReceipt it) {
            return new Receipt(
                    it.service(), it.customer(), it.removed(), it.at(), it.filesCleanBy());
        }
    }

    /** One of which nothing is known. */
    static ErasureAnswer unknown(UUID id) {
        return new ErasureAnswer(id, null, null, null, List.of(), null);
    }

    /** What one partition knows of it. */
    ErasureAnswer with(ErasuresRecord said) {
        return switch (said) {
            case ErasureRequest it ->
                    with(new ErasureAnswer(id, it.customer(), it.at(), it.by(), List.of(), null));
            case ErasureReceipt it ->
                    with(new ErasureAnswer(id, null, null, null, List.of(Receipt.of(it)), null));
            case ErasureLift it ->
                    with(new ErasureAnswer(id, null, null, null, List.of(), it.at()));
        };
    }

    /** What two know of it. */
    ErasureAnswer with(ErasureAnswer other) {
        List<Receipt> all = new ArrayList<>(receipts);
        all.addAll(other.receipts);
        all.sort(Comparator.comparing(Receipt::service));
        return new ErasureAnswer(
                id,
                customer == null ? other.customer : customer,
                requestedAt == null ? other.requestedAt : requestedAt,
                requestedBy == null ? other.requestedBy : requestedBy,
                all,
                liftedAt == null ? other.liftedAt : liftedAt);
    }

    /** Whether anybody has asked for it. */
    boolean isKnown() {
        return requestedAt != null;
    }
}
