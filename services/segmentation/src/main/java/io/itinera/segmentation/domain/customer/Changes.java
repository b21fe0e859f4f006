package io.itinera.segmentation.domain.customer;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A customer while one input changes them. */
final class Changes {
    private final Customer before;
    private final Facts facts;
    private final Memberships memberships;
    private @Nullable Instant firstSeen;
    private @Nullable Instant lastSeen;
    private long events;

    private Changes(Customer before) {
        this.before = before;
        this.facts = new Facts(before);
        this.memberships = new Memberships(before.standings());
        this.firstSeen = before.firstSeen();
        this.lastSeen = before.lastSeen();
        this.events = before.events();
    }

    static Changes of(Customer before) {
        return new Changes(before);
    }

    Facts facts() {
        return facts;
    }

    Memberships memberships() {
        return memberships;
    }

    /** Being sent something is not being seen: outcomes do not count. */
    void saw(Happening happening) {
        if (happening instanceof Happening.Did) {
            saw(happening.occurredAt(), happening.occurredAt());
            events++;
        }
    }

    void saw(Customer other) {
        if (other.firstSeen() != null && other.lastSeen() != null) {
            saw(other.firstSeen(), other.lastSeen());
        }
        events += other.events();
    }

    private void saw(Instant first, Instant last) {
        if (firstSeen == null || first.isBefore(firstSeen)) {
            firstSeen = first;
        }
        if (lastSeen == null || last.isAfter(lastSeen)) {
            lastSeen = last;
        }
    }

    /** So many events, whatever was seen meanwhile. */
    Changes counting(long all) {
        events = all;
        return this;
    }

    /** The customer with these changes, everything about them decided up to a moment. */
    Customer at(Instant clock) {
        return new Customer(
                before.workspace(),
                before.id(),
                facts.identities(),
                facts.traits(),
                facts.consents(),
                memberships.standings(),
                firstSeen,
                lastSeen,
                events,
                clock);
    }
}
