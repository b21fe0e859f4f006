package io.itinera.segmentation.domain.customer;

import io.itinera.conditions.Compiled;
import io.itinera.conditions.Explanation;
import io.itinera.conditions.History;
import io.itinera.conditions.Verdict;
import java.time.Instant;

/**
 * A customer as they are kept, asked about conditions without being changed by it: by the same
 * subject as when their segments are decided.
 */
public final class Appraisal {
    private final Asked asked;

    /**
     * Of a customer at a moment.
     *
     * @param now the time that their partition has reached; theirs, if that is later
     * @param history what they did
     * @param accounts what is known of accounts
     */
    public Appraisal(Customer customer, Instant now, History history, KnownAccounts accounts) {
        Instant moment = now.isBefore(customer.clock()) ? customer.clock() : now;
        this.asked =
                Asked.at(
                        moment, customer, new Memberships(customer.standings()), history, accounts);
    }

    /** The moment of the appraisal. */
    public Instant at() {
        return asked.now();
    }

    /** Whether a condition holds for them. */
    public Verdict verdict(Compiled condition) {
        return condition.evaluate(asked);
    }

    /** Why it does or not. */
    public Explanation explain(Compiled condition) {
        return condition.explain(asked, asked.vantage());
    }
}
