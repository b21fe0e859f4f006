package io.itinera.segmentation.domain.accounts;

import io.itinera.segmentation.domain.customer.ChangedTraits;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Members of an account being asked again, in the order of their ids, because something else is
 * known of it. What changes meanwhile is asked of the others at once, and of the first in another
 * round.
 *
 * @param workspace the tenant
 * @param account as the company calls it, as one text
 * @param cursor the last member that was asked; null before the first
 * @param changed what changed for those behind the cursor
 * @param meanwhile what changed since the first was asked
 * @param at when it was told
 * @param trace the W3C traceparent of what changed it; null when it had none
 */
public record Telling(
        String workspace,
        String account,
        @Nullable UUID cursor,
        AccountChange changed,
        AccountChange meanwhile,
        Instant at,
        @Nullable String trace) {

    /** One that begins. */
    public static Telling of(
            String workspace,
            String account,
            AccountChange changed,
            Instant at,
            @Nullable String trace) {
        return new Telling(workspace, account, null, changed, AccountChange.NONE, at, trace);
    }

    /** Something else changed too. */
    public Telling and(Telling later) {
        return cursor == null
                ? of(workspace, account, changed.and(later.changed), later.at, later.trace)
                : new Telling(
                        workspace,
                        account,
                        cursor,
                        changed.and(later.changed),
                        meanwhile.and(later.changed),
                        later.at,
                        later.trace);
    }

    /** Everyone up to a member was asked. */
    public Telling upTo(UUID member) {
        return new Telling(workspace, account, member, changed, meanwhile, at, trace);
    }

    /** Whether those who were asked first are to be asked again. */
    public boolean goesRoundAgain() {
        return !meanwhile.traits().equals(ChangedTraits.none());
    }

    /** The next round. */
    public Telling anew() {
        return of(workspace, account, meanwhile, at, trace);
    }
}
