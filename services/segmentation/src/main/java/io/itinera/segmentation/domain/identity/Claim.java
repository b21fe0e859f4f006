package io.itinera.segmentation.domain.identity;

import io.itinera.contracts.Identities;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * "That device is mine", said by an alias on another device; it is decided where that device's
 * events are.
 *
 * @param workspace the tenant
 * @param device the anonymous id that is claimed
 * @param user who claims it
 * @param at when the claim was received
 * @param evidence the id of the event that says so
 * @param source where that event came from; null where an earlier release noted it
 */
public record Claim(
        String workspace,
        String device,
        String user,
        Instant at,
        String evidence,
        @Nullable String source) {

    /** How we know. */
    public Grounds grounds() {
        return new Grounds(evidence, source, null, new Named(Identities.ANONYMOUS, device));
    }
}
