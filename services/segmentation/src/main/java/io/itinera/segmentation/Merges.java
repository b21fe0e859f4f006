package io.itinera.segmentation;

import io.itinera.contracts.activity.Merge;
import io.itinera.segmentation.domain.customer.Customer;
import io.itinera.segmentation.domain.customer.Decision;
import io.itinera.segmentation.domain.customer.Input;
import io.itinera.segmentation.domain.customer.Resident;
import io.itinera.segmentation.domain.identity.LedgerLine;
import io.itinera.segmentation.domain.people.Move;
import io.itinera.segmentation.domain.people.PeopleRecord;
import io.itinera.segmentation.domain.people.Union;
import io.itinera.segmentation.store.PeopleStore;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/**
 * How does one customer become another? The one who ends tells all that they are, behind their
 * past; the one who goes on has waited for it since it was announced. Who has themselves become
 * somebody else meanwhile passes it on.
 */
final class Merges {
    private final PeopleStore people;
    private final Turns turns;
    private final Moves moves;
    private final Partings partings;
    private final Accounts accounts;
    private final Decisions decisions;
    private final Clockwork.Step step;
    private final Stragglers stragglers;
    private final StepTwo.Outlet outlet;

    /** What an input makes of a customer. */
    interface Decisions {
        Decision of(Customer before, Input input, Instant now);
    }

    Merges(
            PeopleStore people,
            Turns turns,
            Moves moves,
            Partings partings,
            Accounts accounts,
            Decisions decisions,
            Clockwork.Step step,
            Stragglers stragglers,
            StepTwo.Outlet outlet) {
        this.people = people;
        this.turns = turns;
        this.moves = moves;
        this.partings = partings;
        this.accounts = accounts;
        this.decisions = decisions;
        this.step = step;
        this.stragglers = stragglers;
        this.outlet = outlet;
    }

    /** The customer ends here: everything about them goes to whom they were found to be. */
    void found(PeopleRecord.Found found) {
        String workspace = found.workspace();
        Merge merge = found.merge();
        partings.hurry(merge.from());
        if (!(people.find(workspace, merge.from()) instanceof Customer before)
                || isApart(found)
                || people.returns().isBefore(workspace, merge.from(), found.at())) {
            settle(workspace, merge, found.at());
            return;
        }
        if (found.grounds().isAsked()) {
            announce(new PeopleRecord.Announced(workspace, merge, found.at(), true));
        }
        Decision decided = decisions.of(before, new Input.Ended(merge), found.at());
        Customer ended = decided.customer();
        people.moveOut(before, ended, merge.into());
        accounts.leave(before, found.at());
        decided.activities().forEach(outlet::tell);
        people.unions().ended(new Union(merge, found.at(), found.grounds(), before));
        Set<UUID> origins = people.unions().origins(workspace, merge.from());
        moves.begin(new Move(merge, ended, found.at(), found.grounds(), origins, outlet.trace()));
    }

    /** Whom a person took apart no inference puts together again. */
    private boolean isApart(PeopleRecord.Found found) {
        return !found.grounds().isAsked()
                && people.unions().isApart(found.workspace(), found.customer());
    }

    /** Says that somebody will become them, ahead of their past. */
    void announce(PeopleRecord.Announced it) {
        outlet.tell(it.workspace(), it.merge().into(), it, it.at());
    }

    /** Says that nothing more of a merge will come, behind everything of it that did. */
    void settle(String workspace, Merge merge, Instant at) {
        if (moves.willSettle(merge)) {
            return;
        }
        outlet.tell(workspace, merge.into(), new PeopleRecord.Settled(workspace, merge, at), at);
    }

    /** Somebody will become them: what they do waits for that. */
    void announced(PeopleRecord.Announced it) {
        Merge merge = it.merge();
        if (isSettled(it) || people.returns().isBefore(it.workspace(), merge.into(), it.at())) {
            return;
        }
        switch (people.find(it.workspace(), merge.into())) {
            case Resident.Moved moved -> announce(it.passedOnTo(moved.into()));
            case Resident.Erased erased when isPart(erased, merge) ->
                    announce(it.passedOnTo(erased.root()));
            case Resident.Erased _ -> stragglers.announced(it);
            case Customer customer ->
                    turns.await(it.workspace(), customer.id(), merge.from(), it.at());
        }
    }

    /** What a person asks for comes behind whatever inference made of the same two. */
    private boolean isSettled(PeopleRecord.Announced it) {
        Merge merge = it.merge();
        return !it.asked() && turns.isSettled(it.workspace(), merge.into(), merge.from());
    }

    /** Whoever was erased with another went on as that other. */
    private static boolean isPart(Resident.Erased erased, Merge merge) {
        return !erased.root().equals(merge.into());
    }

    /** Some of what the other did. */
    void past(PeopleRecord.Past it) {
        Merge merge = it.merge();
        if (people.returns().isBefore(it.workspace(), merge.into(), it.at())) {
            return;
        }
        switch (people.find(it.workspace(), merge.into())) {
            case Resident.Moved moved -> passOn(it, moved.into());
            case Resident.Erased erased when isPart(erased, merge) -> passOn(it, erased.root());
            case Resident.Erased erased -> stragglers.past(erased, it);
            case Customer customer ->
                    it.entries().forEach(entry -> people.append(customer.id(), entry));
        }
    }

    private void passOn(PeopleRecord.Past it, UUID into) {
        Merge merge = onwards(it.merge(), into);
        outlet.tell(
                it.workspace(),
                into,
                new PeopleRecord.Past(it.workspace(), merge, it.entries(), it.at()),
                it.at());
    }

    /** The other, behind their past. */
    void arrived(PeopleRecord.Arrived it) {
        String workspace = it.customer().workspace();
        Merge merge = it.merge();
        if (!it.grounds().isAsked() && turns.isSettled(workspace, merge.into(), merge.from())) {
            return;
        }
        Instant since = people.returns().since(workspace, merge.into()).orElse(Instant.MIN);
        if (it.at().isBefore(since)) {
            stragglers.fromBefore(it, since);
            turns.settle(workspace, merge.into(), merge.from(), it.at());
            return;
        }
        switch (people.find(workspace, merge.into())) {
            case Resident.Moved moved -> {
                people.unions().became(workspace, merge.into(), it.origins());
                passOn(it, moved.into());
            }
            case Resident.Erased erased when isPart(erased, merge) -> passOn(it, erased.root());
            case Resident.Erased erased -> {
                stragglers.arrived(erased, it);
                turns.settle(workspace, merge.into(), merge.from(), it.at());
            }
            case Customer customer -> {
                people.unions().became(workspace, merge.into(), it.origins());
                people.unions()
                        .joined(customer, new Union(merge, it.at(), it.grounds(), it.customer()));
                step.take(customer, new Input.Joined(merge, it.customer()), it.at());
                people.ledger()
                        .add(
                                workspace,
                                merge.into(),
                                LedgerLine.merged(merge, it.at(), it.grounds()));
                turns.settle(workspace, customer.id(), merge.from(), it.at());
            }
        }
    }

    private void passOn(PeopleRecord.Arrived it, UUID into) {
        outlet.tell(
                it.customer().workspace(),
                into,
                new PeopleRecord.Arrived(
                        onwards(it.merge(), into),
                        it.customer(),
                        it.at(),
                        it.grounds(),
                        it.origins()),
                it.at());
    }

    /** Nothing more of the merge will come. */
    void settled(PeopleRecord.Settled it) {
        String workspace = it.workspace();
        Merge merge = it.merge();
        switch (people.find(workspace, merge.into())) {
            case Resident.Moved moved -> settle(workspace, onwards(merge, moved.into()), it.at());
            case Resident.Erased erased when isPart(erased, merge) ->
                    settle(workspace, onwards(merge, erased.root()), it.at());
            case Resident.Erased _ -> {
                turns.settle(workspace, merge.into(), merge.from(), it.at());
                stragglers.settled(workspace, merge.into(), merge.from());
            }
            case Customer customer -> turns.settle(workspace, customer.id(), merge.from(), it.at());
        }
    }

    private static Merge onwards(Merge merge, UUID into) {
        return new Merge(merge.from(), into);
    }
}
