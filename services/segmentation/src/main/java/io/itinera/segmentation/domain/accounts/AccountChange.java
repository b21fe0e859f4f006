package io.itinera.segmentation.domain.accounts;

import io.itinera.contracts.activity.ActivityCause;
import io.itinera.segmentation.domain.customer.ChangedTraits;

/**
 * What changed of an account for its members.
 *
 * @param traits which traits
 * @param historic whether all of it is long past: it counts, and triggers nothing
 */
public record AccountChange(ChangedTraits traits, boolean historic) {
    /** Nothing. */
    public static final AccountChange NONE = new AccountChange(ChangedTraits.none(), true);

    /** Both; what is of now stays so, whatever long past comes with it. */
    public AccountChange and(AccountChange other) {
        return new AccountChange(traits.and(other.traits), historic && other.historic);
    }

    /** What brings those about who come into a segment or leave it by this. */
    public ActivityCause cause() {
        return historic ? ActivityCause.backfill : ActivityCause.account;
    }
}
