package io.itinera.segmentation;

import io.itinera.segmentation.domain.customer.Customer;
import io.itinera.segmentation.domain.customer.Input;
import io.itinera.segmentation.domain.customer.Rebuilding;
import io.itinera.segmentation.domain.customer.Resident;
import io.itinera.segmentation.domain.identity.LedgerLine;
import io.itinera.segmentation.domain.people.PeopleRecord;
import io.itinera.segmentation.domain.people.Side;
import io.itinera.segmentation.domain.people.Union;
import io.itinera.segmentation.store.PeopleStore;
import io.itinera.segmentation.store.UnionStore;
import java.time.Instant;
import java.util.TreeMap;
import java.util.UUID;

/**
 * How does somebody who ended become themselves again? They stand still and ask the one who went
 * on, who goes through {@link Partings}; what is theirs comes back ahead of the word that they are
 * there again.
 */
final class Returns {
    private final PeopleStore people;
    private final UnionStore unions;
    private final Turns turns;
    private final Partings.Step step;
    private final StepTwo.Outlet outlet;

    Returns(PeopleStore people, Turns turns, Partings.Step step, StepTwo.Outlet outlet) {
        this.people = people;
        this.unions = people.unions();
        this.turns = turns;
        this.step = step;
        this.outlet = outlet;
    }

    /** A person asks that somebody who ended be there again; too late is as if they had not. */
    void asked(PeopleRecord.PartingAsked it) {
        String workspace = it.workspace();
        UUID from = it.customer();
        Union union = unions.ended(workspace, from).orElse(null);
        if (union == null
                || union.isFinal(it.at())
                || !(people.find(workspace, from) instanceof Resident.Moved)) {
            return;
        }
        turns.awaitMove(workspace, from, it.at());
        Side side =
                new Side(
                        union.merge(),
                        unions.origins(workspace, from),
                        union.grounds().identity(),
                        union.at(),
                        Instant.MAX);
        long late = unions.late(workspace, from);
        outlet.tell(
                workspace,
                union.merge().into(),
                new PeopleRecord.Parted(workspace, side, late, it.at(), it.grounds()),
                it.at());
    }

    /** Some of what is theirs came back, ahead of them. */
    void returned(PeopleRecord.Returned it) {
        UUID from = it.merge().from();
        it.entries().forEach(entry -> people.append(from, entry));
        unions.ended(it.workspace(), from)
                .map(union -> union.with(Rebuilding.with(union.other(), it.entries())))
                .ifPresent(unions::keepEnded);
    }

    /** They are there again, with all that is theirs. */
    void restored(PeopleRecord.Restored it) {
        String workspace = it.workspace();
        UUID from = it.merge().from();
        Union union = unions.ended(workspace, from).orElse(null);
        if (union == null) {
            turns.moved(workspace, from);
            return;
        }
        Customer other = union.other();
        long events = other.events() + unions.late(workspace, from) + it.since();
        step.take(
                Customer.unknown(workspace, from),
                other.withoutRuns().goingOn(new TreeMap<>(), events, other.clock()),
                new Input.Parted(
                        it.merge(),
                        unions.origins(workspace, from),
                        it.grounds().evidence(),
                        other.standings()),
                it.at());
        people.ledger()
                .add(workspace, from, LedgerLine.unmerged(it.merge(), it.at(), it.grounds()));
        unions.livesAgain(union);
        people.cameBack(workspace, from);
        turns.moved(workspace, from);
    }

    /** They cannot be parted: the one who ended remains so. */
    void stayed(PeopleRecord.Stayed it) {
        turns.moved(it.workspace(), it.merge().from());
    }
}
