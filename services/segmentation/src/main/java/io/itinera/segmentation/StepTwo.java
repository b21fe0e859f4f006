package io.itinera.segmentation;

import io.itinera.conditions.History;
import io.itinera.contracts.activity.Activity;
import io.itinera.contracts.activity.ActivityTick;
import io.itinera.contracts.definitions.SegmentReadiness;
import io.itinera.contracts.erasures.ErasureReceipt;
import io.itinera.contracts.erasures.ErasuresRecord;
import io.itinera.contracts.outcomes.Outcome;
import io.itinera.segmentation.domain.customer.Customer;
import io.itinera.segmentation.domain.customer.Decision;
import io.itinera.segmentation.domain.customer.Entry;
import io.itinera.segmentation.domain.customer.Happening;
import io.itinera.segmentation.domain.customer.Input;
import io.itinera.segmentation.domain.customer.Life;
import io.itinera.segmentation.domain.customer.Resident;
import io.itinera.segmentation.domain.identity.Oblivion;
import io.itinera.segmentation.domain.identity.Release;
import io.itinera.segmentation.domain.people.AccountKnown;
import io.itinera.segmentation.domain.people.OfAccount;
import io.itinera.segmentation.domain.people.OfErasure;
import io.itinera.segmentation.domain.people.PeopleRecord;
import io.itinera.segmentation.store.DefinitionStore;
import io.itinera.segmentation.store.PeopleStore;
import io.itinera.segmentation.store.SeenStore;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which segments are they in? Takes everything that happens to the customers of one partition:
 * loads the customer, lets {@link Life} decide, saves, and tells.
 */
public final class StepTwo {
    /** The most of a past that moves in one record; a broker takes four times as much. */
    public static final int PART_BYTES = 256 << 10;

    private final PeopleStore people;
    private final SeenStore seenOutcomes;
    private final Rules rules;
    private final Turns turns;
    private final Merges merges;
    private final Partings partings;
    private final Returns returns;
    private final Accounts accounts;
    private final NameClaims names;
    private final Erasures erasures;
    private final Clockwork clockwork;
    private final Outlet outlet;

    /** Where what follows goes. */
    public interface Outlet {
        /** To everyone who follows customers. */
        void tell(Activity activity);

        /** The partition's time, likewise. */
        void tell(ActivityTick tick);

        /** To the partition of another customer. */
        void tell(String workspace, UUID customer, PeopleRecord record, Instant at);

        /** To a partition. */
        void tell(int partition, PeopleRecord record, Instant at);

        /** To everyone who follows segments. */
        void tell(SegmentReadiness readiness);

        /** To the partition of a device whose link is undone. */
        void release(Release release);

        /** To the partition of a device of somebody who is erased. */
        void forget(Oblivion oblivion);

        /** To whoever takes events: none of this identity's any more. */
        void suppress(String workspace, String hash, Instant at);

        /** To whoever takes events: this identity's again. */
        void letIn(String workspace, String hash, Instant at);

        /** To whoever asked for an erasure, and to the other services. */
        void tell(ErasureReceipt receipt);

        /** The trace of the record that is followed now; null when it has none. */
        @Nullable String trace();

        /** What is told from now on follows a record with this trace. */
        void follow(@Nullable String trace);

        /** To operators: so much waited for a merge that it went on without. */
        void wentOnWithoutMerge();
    }

    /**
     * The step for one partition.
     *
     * @param partition its number
     * @param partitions how many there are, of events and of activity alike
     * @param partBytes how much of a past moves in one record
     * @param terms what receipts of erasures say beside what was erased
     */
    public StepTwo(
            PeopleStore people,
            SeenStore seenOutcomes,
            DefinitionStore definitions,
            int partition,
            int partitions,
            int partBytes,
            ReceiptTerms terms,
            Outlet outlet) {
        this.people = people;
        this.seenOutcomes = seenOutcomes;
        this.rules = new Rules(definitions, partitions);
        this.outlet = outlet;
        this.turns = new Turns(people.holds(), outlet, this::inTurn);
        Moves moves = new Moves(people, turns, outlet, partBytes);
        this.partings = new Partings(people, turns, this::stepApart, outlet, partBytes);
        this.returns = new Returns(people, turns, this::stepApart, outlet);
        this.accounts =
                new Accounts(people, rules, this::step, partition, definitions::time, outlet);
        Remnants remnants = new Remnants(people, accounts, this::decide, outlet);
        this.erasures =
                new Erasures(people, partings, remnants, outlet, partitions, partBytes, terms);
        this.merges =
                new Merges(
                        people,
                        turns,
                        moves,
                        partings,
                        accounts,
                        this::decide,
                        this::step,
                        erasures.stragglers(),
                        outlet);
        this.names = new NameClaims(people, rules, merges, outlet);
        this.clockwork =
                new Clockwork(
                        people,
                        seenOutcomes,
                        definitions,
                        rules,
                        moves,
                        partings,
                        accounts,
                        erasures,
                        this::step,
                        partition,
                        partitions,
                        outlet);
    }

    /** What is done from time to time: what time changes, and what is computed over everyone. */
    public Clockwork clockwork() {
        return clockwork;
    }

    /** Takes what step one, or another customer's partition, tells. */
    public void take(PeopleRecord record) {
        switch (record) {
            case PeopleRecord.Parted it -> {
                turns.waitNoMore(it.workspace(), it.customer(), it.side().merge().from());
                turns.take(it);
            }
            case PeopleRecord.InTurn it -> turns.take(it);
            case PeopleRecord.TimeReached it -> clockwork.reached(it.partition(), it.at());
            case PeopleRecord.Paced it -> clockwork.paced(it);
            case PeopleRecord.Announced it -> merges.announced(it);
            case PeopleRecord.Past it -> merges.past(it);
            case PeopleRecord.Arrived it -> merges.arrived(it);
            case PeopleRecord.Settled it -> merges.settled(it);
            case PeopleRecord.Returned it -> returns.returned(it);
            case PeopleRecord.Restored it -> returns.restored(it);
            case PeopleRecord.Stayed it -> returns.stayed(it);
            case OfAccount it -> accounts.take(it);
            case AccountKnown it -> accounts.known(it);
            case OfErasure it -> erasures.take(it);
            case PeopleRecord.Noted it -> noted(it);
        }
    }

    private void noted(PeopleRecord.Noted it) {
        if (people.find(it.workspace(), it.customer()) instanceof Resident.Erased erased) {
            erasures.stragglers().noted(erased, it);
            return;
        }
        if (people.returns().isBefore(it.workspace(), it.customer(), it.line().at())) {
            return;
        }
        people.ledger().add(it.workspace(), it.customer(), it.line());
    }

    /** Takes what is said of erasures; its own receipts tell it nothing. */
    public void take(ErasuresRecord record) {
        erasures.take(record);
    }

    /** Takes an outcome, once. */
    public void take(Outcome outcome) {
        if (seenOutcomes.isFirst(outcome.workspace(), outcome.id(), outcome.occurredAt())) {
            turns.take(Asking.of(outcome));
        }
    }

    /** What holds in this partition. */
    public Rules rules() {
        return rules;
    }

    private void inTurn(PeopleRecord.InTurn record) {
        switch (record) {
            case PeopleRecord.Happened it -> happened(it);
            case PeopleRecord.Found it -> merges.found(it);
            case PeopleRecord.Unfounded it -> merges.settle(it.workspace(), it.merge(), it.at());
            case PeopleRecord.Claimed it -> names.decide(it);
            case PeopleRecord.PartingAsked it -> returns.asked(it);
            case PeopleRecord.Parted it -> partings.begin(it);
            case OfErasure.ErasureAsked it -> erasures.asked(it);
        }
    }

    private void happened(PeopleRecord.Happened it) {
        UUID id = it.customer();
        Entry entry = it.entry();
        Happening happening = entry.happening();
        if (people.returns().isBefore(happening.workspace(), id, happening.at())) {
            return;
        }
        switch (people.find(happening.workspace(), id)) {
            case Resident.Moved moved -> {
                if (happening instanceof Happening.Did) {
                    people.unions().cameLate(happening.workspace(), id);
                }
                outlet.tell(
                        happening.workspace(),
                        moved.into(),
                        new PeopleRecord.Happened(moved.into(), entry),
                        happening.at());
            }
            case Resident.Erased erased -> erasures.stragglers().happened(id, erased, it);
            case Customer customer -> {
                UUID owner = names.owner(id, entry).orElse(null);
                if (owner != null) {
                    outlet.tell(
                            happening.workspace(),
                            owner,
                            new PeopleRecord.Happened(owner, new Entry(owner, happening)),
                            happening.at());
                    return;
                }
                accounts.pass(happening);
                if (partings.takes(id, entry)) {
                    return;
                }
                step(customer, new Input.Happened(entry), happening.at());
                people.append(id, entry);
                people.seen(customer, happening.at());
                names.claim(customer, happening);
            }
        }
    }

    private void step(Customer before, Input input, Instant now) {
        stepApart(before, before, input, now);
    }

    private void stepApart(Customer stored, Customer known, Input input, Instant now) {
        Decision decision = decide(known, input, now);
        people.save(stored, decision.customer());
        accounts.follow(stored, decision.customer(), input, now);
        tell(decision);
    }

    private void tell(Decision decision) {
        UUID customer = decision.customer().id();
        decision.followed().forEach(line -> people.append(customer, line));
        decision.activities().forEach(outlet::tell);
    }

    private Decision decide(Customer before, Input input, Instant now) {
        History history = people.history(before.id());
        return Life.step(rules.book(), before, input, now, history, people.accounts().view());
    }
}
