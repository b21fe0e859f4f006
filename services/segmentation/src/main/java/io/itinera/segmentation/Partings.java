package io.itinera.segmentation;

import io.itinera.contracts.Identities;
import io.itinera.contracts.activity.Merge;
import io.itinera.kit.ids.Ids;
import io.itinera.segmentation.domain.customer.Customer;
import io.itinera.segmentation.domain.customer.Entry;
import io.itinera.segmentation.domain.customer.Happening;
import io.itinera.segmentation.domain.customer.Input;
import io.itinera.segmentation.domain.customer.Rebuilding;
import io.itinera.segmentation.domain.identity.LedgerLine;
import io.itinera.segmentation.domain.identity.Named;
import io.itinera.segmentation.domain.identity.Release;
import io.itinera.segmentation.domain.people.Parting;
import io.itinera.segmentation.domain.people.PeopleRecord;
import io.itinera.segmentation.domain.people.Side;
import io.itinera.segmentation.domain.people.Union;
import io.itinera.segmentation.store.PartingStore;
import io.itinera.segmentation.store.PeopleStore;
import io.itinera.segmentation.store.TimelineStore;
import io.itinera.segmentation.store.UnionStore;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * How do two who were merged become two again? The one who ended asks, as {@link Returns} tells.
 * The one who went on stands still while their timeline is read, some lines in a turn: what belongs
 * to the other goes back, and what they themselves are without it is put together from how they
 * were before. Then both go on with what waited.
 */
final class Partings {
    /** The most lines of a timeline that one turn reads. */
    static final int MAX_LINES = 200;

    private final PeopleStore people;
    private final UnionStore unions;
    private final PartingStore partings;
    private final Turns turns;
    private final Step step;
    private final StepTwo.Outlet outlet;
    private final int partBytes;

    /** Moves a customer from what is stored to what an input makes of what is known now. */
    interface Step {
        void take(Customer stored, Customer known, Input input, Instant now);
    }

    Partings(PeopleStore people, Turns turns, Step step, StepTwo.Outlet outlet, int partBytes) {
        this.people = people;
        this.unions = people.unions();
        this.partings = people.partings();
        this.turns = turns;
        this.step = step;
        this.outlet = outlet;
        this.partBytes = partBytes;
    }

    /** The one who went on begins; who is no longer there, or knows nothing of it, does not. */
    void begin(PeopleRecord.Parted it) {
        String workspace = it.workspace();
        Side side = it.side();
        Merge merge = side.merge();
        Customer base = unions.base(workspace, merge.into()).orElse(null);
        if (base == null
                || unions.find(workspace, merge.into(), merge.from()).isEmpty()
                || !(people.find(workspace, merge.into()) instanceof Customer)) {
            outlet.tell(
                    workspace,
                    merge.from(),
                    new PeopleRecord.Stayed(workspace, merge, it.at()),
                    it.at());
            return;
        }
        Customer rest = base;
        for (Union other : unions.of(workspace, merge.into())) {
            if (!side.origins().contains(other.merge().from())) {
                rest = Rebuilding.with(rest, other.other());
            }
        }
        turns.awaitMove(workspace, merge.into(), it.at());
        Parting parting =
                new Parting(
                        until(workspace, side),
                        rest,
                        it.late(),
                        0,
                        it.at(),
                        it.grounds(),
                        outlet.trace());
        partings.keep(PartingStore.Underway.of(parting));
    }

    /** What the device did for somebody else since is not looked at. */
    private Side until(String workspace, Side side) {
        Named linked = side.linked();
        Instant until =
                people.ledger().view().of(workspace, side.merge().into()).stream()
                        .filter(line -> line.kind() == LedgerLine.Kind.SWITCHED)
                        .filter(line -> line.from().equals(side.merge().into()))
                        .filter(line -> line.grounds().identity() != null)
                        .filter(line -> line.grounds().identity().equals(linked))
                        .map(LedgerLine::at)
                        .filter(at -> at.isAfter(side.from()))
                        .min(Instant::compareTo)
                        .orElse(Instant.MAX);
        return new Side(side.merge(), side.origins(), linked, side.from(), until);
    }

    /** Goes on as far as the budget allows, some lines of each in turn. */
    void turn(Clockwork.Budget budget) {
        Optional<PartingStore.Underway> next = partings.next();
        while (next.isPresent() && budget.allows()) {
            goOn(next.get());
            next = partings.next();
        }
    }

    private void goOn(PartingStore.Underway underway) {
        Parting parting = underway.parting();
        Side side = parting.side();
        String trace = outlet.trace();
        outlet.follow(parting.trace());
        TimelineStore.Divided divided =
                people.divide(
                        side.merge().into(),
                        underway.next(),
                        MAX_LINES,
                        partBytes,
                        entry -> side.has(entry, Ids::customer));
        giveBack(parting, divided.taken());
        Parting after =
                parting.with(
                        Rebuilding.with(parting.rest(), divided.kept()),
                        divided.taken().stream().filter(side::isSince).count());
        if (divided.next() == null) {
            finish(after);
        } else {
            partings.keep(new PartingStore.Underway(after, divided.next()));
        }
        outlet.follow(trace);
    }

    /** Somebody who is being parted from another ends: nothing of it may be left undone. */
    void hurry(UUID customer) {
        Optional<PartingStore.Underway> underway = partings.of(customer);
        while (underway.isPresent()) {
            goOn(underway.get());
            underway = partings.of(customer);
        }
    }

    private void giveBack(Parting parting, List<Entry> entries) {
        if (!entries.isEmpty()) {
            tell(
                    parting,
                    new PeopleRecord.Returned(
                            parting.workspace(), parting.side().merge(), entries, parting.at()));
        }
    }

    /**
     * Something happens to somebody who is being parted from another, because too much waited; true
     * when it was the other's and is given back.
     */
    boolean takes(UUID customer, Entry entry) {
        PartingStore.Underway underway = partings.of(customer).orElse(null);
        if (underway == null) {
            return false;
        }
        Parting parting = underway.parting();
        boolean gone = parting.side().has(entry, Ids::customer);
        if (gone) {
            giveBack(parting, List.of(entry));
            if (entry.happening() instanceof Happening.Underwent) {
                hear(parting.workspace(), customer, entry);
            }
        }
        Customer rest = gone ? parting.rest() : Rebuilding.with(parting.rest(), List.of(entry));
        long since = gone && parting.side().isSince(entry) ? 1 : 0;
        partings.keep(new PartingStore.Underway(parting.with(rest, since), underway.next()));
        return gone;
    }

    /** A run of theirs that is over now is no run that stays. */
    private void hear(String workspace, UUID customer, Entry entry) {
        Customer stored = (Customer) people.find(workspace, customer);
        people.save(stored, Rebuilding.with(stored, List.of(entry)));
    }

    private void finish(Parting parting) {
        String workspace = parting.workspace();
        Side side = parting.side();
        Merge merge = side.merge();
        Customer stored = (Customer) people.find(workspace, merge.into());
        List<Union> theirs =
                unions.of(workspace, merge.into()).stream()
                        .filter(union -> side.origins().contains(union.merge().from()))
                        .toList();
        long brought = theirs.stream().mapToLong(union -> union.other().events()).sum();
        long gone = brought + parting.late() + parting.since();
        Customer known =
                parting.rest()
                        .goingOn(stored.standings(), stored.events() - gone, stored.clock())
                        .goingOnWithRunsOf(stored);
        partings.finish(parting);
        step.take(
                stored,
                known,
                new Input.Parted(
                        side.merge(),
                        side.origins(),
                        parting.grounds().evidence(),
                        parting.rest().standings()),
                parting.at());
        note(parting, merge);
        theirs.stream().map(Union::merge).forEach(one -> note(parting, one));
        theirs.forEach(unions::forget);
        unions.parted(workspace, merge.into(), side.origins());
        people.holds().unsettle(workspace, merge.into(), merge.from());
        tell(
                parting,
                new PeopleRecord.Restored(
                        workspace, merge, parting.since(), parting.at(), parting.grounds()));
        theirs.forEach(union -> handOn(parting, union));
        release(parting);
        turns.moved(workspace, merge.into());
    }

    /** In the ledger of the one who went on; the same line twice is one. */
    private void note(Parting parting, Merge merge) {
        people.ledger()
                .add(
                        parting.workspace(),
                        parting.side().merge().into(),
                        LedgerLine.unmerged(merge, parting.at(), parting.grounds()));
    }

    /** Who came by way of the one who is there again is theirs. */
    private void handOn(Parting parting, Union union) {
        UUID from = union.merge().from();
        UUID into = parting.side().merge().from();
        if (!from.equals(into)) {
            tell(
                    parting,
                    new PeopleRecord.Arrived(
                            new Merge(from, into),
                            union.other().withoutRuns(),
                            union.at(),
                            union.grounds(),
                            Set.of(from)));
        }
    }

    /** The link that made the merge is undone with it. */
    private void release(Parting parting) {
        Named linked = parting.side().linked();
        if (linked != null && linked.kind().equals(Identities.ANONYMOUS)) {
            outlet.release(
                    new Release(
                            parting.workspace(),
                            linked.value(),
                            parting.side().merge().into(),
                            parting.at(),
                            parting.grounds().evidence()));
        }
    }

    /** To the one who had ended. */
    private void tell(Parting parting, PeopleRecord record) {
        UUID from = parting.side().merge().from();
        outlet.tell(parting.workspace(), from, record, parting.at());
    }
}
