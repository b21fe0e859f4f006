package io.itinera.segmentation.domain.people;

import io.itinera.segmentation.domain.customer.Customer;
import io.itinera.segmentation.domain.identity.Grounds;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Two who were merged, on their way to being two again.
 *
 * @param side what the one who ended gets back
 * @param rest what is known of the one who went on, without the other, as far as it is read
 * @param late how much came under the name of the one who ended since they ended
 * @param since how much the linked device did since, as far as it is read
 * @param at when it was asked for
 * @param grounds who asked for it
 * @param trace the W3C traceparent of what asked for it; null when it had none
 */
public record Parting(
        Side side,
        Customer rest,
        long late,
        long since,
        Instant at,
        Grounds grounds,
        @Nullable String trace) {
    /** The tenant. */
    public String workspace() {
        return rest.workspace();
    }

    /** Read on: what is known now, and so much more of the linked device. */
    public Parting with(Customer known, long more) {
        return new Parting(side, known, late, since + more, at, grounds, trace);
    }
}
