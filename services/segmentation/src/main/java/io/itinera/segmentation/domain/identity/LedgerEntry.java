package io.itinera.segmentation.domain.identity;

import io.itinera.contracts.Identities;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How we came to know whose a device is; entries are only ever added.
 *
 * @param kind what happened
 * @param workspace the tenant
 * @param device the anonymous id
 * @param user whose it is from now on
 * @param previous whose it was until now, for a switch
 * @param at when the evidence was received
 * @param evidence the id of the event that says so
 * @param source where that event came from; null where an earlier release noted it
 */
public record LedgerEntry(
        Kind kind,
        String workspace,
        String device,
        String user,
        @Nullable String previous,
        Instant at,
        String evidence,
        @Nullable String source) {

    /** How we know. */
    public Grounds grounds() {
        return new Grounds(evidence, source, null, new Named(Identities.ANONYMOUS, device));
    }

    /** What a ledger entry records. */
    public enum Kind {
        /** The device's first user: what it did before, if anything, is theirs by a merge. */
        LINKED,
        /** Another user on a linked device: later events are theirs, nothing is merged. */
        SWITCHED
    }
}
