package io.itinera.segmentation;

import io.itinera.contracts.activity.Activity;
import io.itinera.contracts.activity.ActivityTick;
import io.itinera.contracts.activity.Merge;
import io.itinera.contracts.definitions.SegmentReadiness;
import io.itinera.contracts.outcomes.Outcome;
import io.itinera.segmentation.domain.customer.Customer;
import io.itinera.segmentation.domain.customer.Decision;
import io.itinera.segmentation.domain.customer.Entry;
import io.itinera.segmentation.domain.customer.Happening;
import io.itinera.segmentation.domain.customer.Input;
import io.itinera.segmentation.domain.customer.Life;
import io.itinera.segmentation.domain.customer.Resident;
import io.itinera.segmentation.domain.people.PeopleRecord;
import io.itinera.segmentation.store.DefinitionStore;
import io.itinera.segmentation.store.PeopleStore;
import io.itinera.segmentation.store.SeenStore;
import java.time.Instant;
import java.util.UUID;

/**
 * Which segments are they in? Takes everything that happens to the customers of one partition:
 * loads the customer, lets {@link Life} decide, saves, and tells.
 */
public final class StepTwo {
    private final PeopleStore people;
    private final SeenStore seenOutcomes;
    private final Rules rules;
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

        /** To everyone who follows segments. */
        void tell(SegmentReadiness readiness);
    }

    /**
     * The step for one partition.
     *
     * @param partition its number
     * @param partitions how many there are, of events and of activity alike
     */
    public StepTwo(
            PeopleStore people,
            SeenStore seenOutcomes,
            DefinitionStore definitions,
            int partition,
            int partitions,
            Outlet outlet) {
        this.people = people;
        this.seenOutcomes = seenOutcomes;
        this.rules = new Rules(definitions, partitions);
        this.outlet = outlet;
        this.clockwork =
                new Clockwork(
                        people,
                        seenOutcomes,
                        definitions,
                        rules,
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
            case PeopleRecord.Happened it -> happened(it.customer(), it.entry());
            case PeopleRecord.TimeReached it -> clockwork.reached(it.partition(), it.at());
            case PeopleRecord.Found it -> found(it);
            case PeopleRecord.Past it -> past(it);
            case PeopleRecord.Arrived it -> arrived(it);
        }
    }

    /** Takes an outcome, once. */
    public void take(Outcome outcome) {
        if (seenOutcomes.isFirst(outcome.workspace(), outcome.id(), outcome.occurredAt())) {
            happened(
                    outcome.customer(),
                    new Entry(outcome.customer(), new Happening.Underwent(outcome)));
        }
    }

    /** What holds in this partition. */
    public Rules rules() {
        return rules;
    }

    private void happened(UUID id, Entry entry) {
        Happening happening = entry.happening();
        switch (people.find(happening.workspace(), id)) {
            case Resident.Moved moved ->
                    outlet.tell(
                            happening.workspace(),
                            moved.into(),
                            new PeopleRecord.Happened(moved.into(), entry),
                            happening.at());
            case Customer customer -> {
                step(customer, new Input.Happened(entry), happening.at());
                people.append(id, entry);
                people.seen(customer, happening.at());
            }
        }
    }

    /** The customer ends here: everything about them goes to whom they were found to be. */
    private void found(PeopleRecord.Found found) {
        Merge merge = found.merge();
        if (!(people.find(found.workspace(), merge.from()) instanceof Customer before)) {
            return;
        }
        Decision decision = decide(before, new Input.Ended(merge), found.at());
        Customer ended = decision.customer();
        people.moveOut(
                before,
                ended,
                merge.into(),
                entries ->
                        outlet.tell(
                                found.workspace(),
                                merge.into(),
                                new PeopleRecord.Past(
                                        found.workspace(), merge, entries, found.at()),
                                found.at()));
        decision.activities().forEach(outlet::tell);
        outlet.tell(
                found.workspace(),
                merge.into(),
                new PeopleRecord.Arrived(merge, ended, found.at()),
                found.at());
    }

    private void past(PeopleRecord.Past past) {
        switch (people.find(past.workspace(), past.merge().into())) {
            case Resident.Moved moved ->
                    outlet.tell(past.workspace(), moved.into(), past, past.at());
            case Customer customer ->
                    past.entries().forEach(entry -> people.append(customer.id(), entry));
        }
    }

    private void arrived(PeopleRecord.Arrived arrived) {
        String workspace = arrived.customer().workspace();
        Merge merge = arrived.merge();
        switch (people.find(workspace, merge.into())) {
            case Resident.Moved moved ->
                    outlet.tell(workspace, moved.into(), arrived, arrived.at());
            case Customer customer ->
                    step(customer, new Input.Joined(merge, arrived.customer()), arrived.at());
        }
    }

    private void step(Customer before, Input input, Instant now) {
        Decision decision = decide(before, input, now);
        people.save(before, decision.customer());
        decision.activities().forEach(outlet::tell);
    }

    private Decision decide(Customer before, Input input, Instant now) {
        return Life.step(rules.book(), before, input, now, people.timelines().of(before.id()));
    }
}
