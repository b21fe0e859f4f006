package io.itinera.segmentation;

import io.itinera.conditions.History;
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
import io.itinera.segmentation.domain.customer.Recall;
import io.itinera.segmentation.domain.customer.Resident;
import io.itinera.segmentation.domain.identity.LedgerLine;
import io.itinera.segmentation.domain.identity.Release;
import io.itinera.segmentation.domain.people.Move;
import io.itinera.segmentation.domain.people.PeopleRecord;
import io.itinera.segmentation.domain.people.Union;
import io.itinera.segmentation.store.DefinitionStore;
import io.itinera.segmentation.store.PeopleStore;
import io.itinera.segmentation.store.SeenStore;
import java.time.Instant;
import java.util.Set;
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
    private final Moves moves;
    private final Partings partings;
    private final NameClaims names;
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

        /** To the partition of a device whose link is undone. */
        void release(Release release);

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
     */
    public StepTwo(
            PeopleStore people,
            SeenStore seenOutcomes,
            DefinitionStore definitions,
            int partition,
            int partitions,
            int partBytes,
            Outlet outlet) {
        this.people = people;
        this.seenOutcomes = seenOutcomes;
        this.rules = new Rules(definitions, partitions);
        this.outlet = outlet;
        this.turns = new Turns(people.holds(), outlet, this::inTurn);
        this.moves = new Moves(people, turns, outlet, partBytes);
        this.partings = new Partings(people, turns, this::stepApart, outlet, partBytes);
        this.names = new NameClaims(people, rules, this::found, outlet);
        this.clockwork =
                new Clockwork(
                        people,
                        seenOutcomes,
                        definitions,
                        rules,
                        moves,
                        partings,
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
            case PeopleRecord.Announced it -> announced(it);
            case PeopleRecord.Past it -> past(it);
            case PeopleRecord.Arrived it -> arrived(it);
            case PeopleRecord.Settled it -> settled(it);
            case PeopleRecord.Returned it -> partings.returned(it);
            case PeopleRecord.Restored it -> partings.restored(it);
            case PeopleRecord.Stayed it -> partings.stayed(it);
            case PeopleRecord.Noted it ->
                    people.ledger().add(it.workspace(), it.customer(), it.line());
        }
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
            case PeopleRecord.Happened it -> happened(it.customer(), it.entry());
            case PeopleRecord.Found it -> found(it);
            case PeopleRecord.Unfounded it -> settle(it.workspace(), it.merge(), it.at());
            case PeopleRecord.Claimed it -> names.decide(it);
            case PeopleRecord.PartingAsked it -> partings.asked(it);
            case PeopleRecord.Parted it -> partings.begin(it);
        }
    }

    private void happened(UUID id, Entry entry) {
        Happening happening = entry.happening();
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

    /** The customer ends here: everything about them goes to whom they were found to be. */
    private void found(PeopleRecord.Found found) {
        String workspace = found.workspace();
        Merge merge = found.merge();
        partings.hurry(merge.from());
        if (!(people.find(workspace, merge.from()) instanceof Customer before) || isApart(found)) {
            settle(workspace, merge, found.at());
            return;
        }
        Decision decision = decide(before, new Input.Ended(merge), found.at());
        Customer ended = decision.customer();
        people.moveOut(before, ended, merge.into());
        decision.activities().forEach(outlet::tell);
        people.unions().ended(new Union(merge, found.at(), found.grounds(), before));
        Set<UUID> origins = people.unions().origins(workspace, merge.from());
        moves.begin(new Move(merge, ended, found.at(), found.grounds(), origins, outlet.trace()));
    }

    /** Whom a person took apart no inference puts together again. */
    private boolean isApart(PeopleRecord.Found found) {
        return !found.grounds().isAsked()
                && people.unions().isApart(found.workspace(), found.customer());
    }

    /** Says that nothing more of a merge will come, behind everything of it that did. */
    private void settle(String workspace, Merge merge, Instant at) {
        if (moves.willSettle(merge)) {
            return;
        }
        outlet.tell(workspace, merge.into(), new PeopleRecord.Settled(workspace, merge, at), at);
    }

    private void announced(PeopleRecord.Announced it) {
        Merge merge = it.merge();
        if (turns.isSettled(it.workspace(), merge.into(), merge.from())) {
            return;
        }
        switch (people.find(it.workspace(), merge.into())) {
            case Resident.Moved moved ->
                    outlet.tell(
                            it.workspace(),
                            moved.into(),
                            new PeopleRecord.Announced(
                                    it.workspace(), onwards(merge, moved), it.at()),
                            it.at());
            case Customer customer ->
                    turns.await(it.workspace(), customer.id(), merge.from(), it.at());
        }
    }

    private void past(PeopleRecord.Past it) {
        switch (people.find(it.workspace(), it.merge().into())) {
            case Resident.Moved moved ->
                    outlet.tell(
                            it.workspace(),
                            moved.into(),
                            new PeopleRecord.Past(
                                    it.workspace(),
                                    onwards(it.merge(), moved),
                                    it.entries(),
                                    it.at()),
                            it.at());
            case Customer customer ->
                    it.entries().forEach(entry -> people.append(customer.id(), entry));
        }
    }

    private void arrived(PeopleRecord.Arrived it) {
        String workspace = it.customer().workspace();
        Merge merge = it.merge();
        if (!it.grounds().isAsked() && turns.isSettled(workspace, merge.into(), merge.from())) {
            return;
        }
        people.unions().became(workspace, merge.into(), it.origins());
        switch (people.find(workspace, merge.into())) {
            case Resident.Moved moved ->
                    outlet.tell(
                            workspace,
                            moved.into(),
                            new PeopleRecord.Arrived(
                                    onwards(merge, moved),
                                    it.customer(),
                                    it.at(),
                                    it.grounds(),
                                    it.origins()),
                            it.at());
            case Customer customer -> {
                people.unions()
                        .joined(customer, new Union(merge, it.at(), it.grounds(), it.customer()));
                step(customer, new Input.Joined(merge, it.customer()), it.at());
                LedgerLine line =
                        new LedgerLine(
                                LedgerLine.Kind.MERGED,
                                it.at(),
                                merge.from(),
                                merge.into(),
                                it.grounds());
                people.ledger().add(workspace, merge.into(), line);
                turns.settle(workspace, customer.id(), merge.from(), it.at());
            }
        }
    }

    private void settled(PeopleRecord.Settled it) {
        Merge merge = it.merge();
        switch (people.find(it.workspace(), merge.into())) {
            case Resident.Moved moved -> settle(it.workspace(), onwards(merge, moved), it.at());
            case Customer customer ->
                    turns.settle(it.workspace(), customer.id(), merge.from(), it.at());
        }
    }

    private static Merge onwards(Merge merge, Resident.Moved moved) {
        return new Merge(merge.from(), moved.into());
    }

    private void step(Customer before, Input input, Instant now) {
        Decision decision = decide(before, input, now);
        people.save(before, decision.customer());
        decision.activities().forEach(outlet::tell);
    }

    private void stepApart(Customer stored, Customer known, Input input, Instant now) {
        Decision decision = decide(known, input, now);
        people.save(stored, decision.customer());
        decision.activities().forEach(outlet::tell);
    }

    private Decision decide(Customer before, Input input, Instant now) {
        History history = new Recall(people.timelines().of(before.id()));
        return Life.step(rules.book(), before, input, now, history);
    }
}
