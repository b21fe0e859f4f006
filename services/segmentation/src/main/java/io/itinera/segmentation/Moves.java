package io.itinera.segmentation;

import io.itinera.contracts.activity.Merge;
import io.itinera.segmentation.domain.people.Move;
import io.itinera.segmentation.domain.people.PeopleRecord;
import io.itinera.segmentation.store.MoveStore;
import io.itinera.segmentation.store.PeopleStore;
import io.itinera.segmentation.store.TimelineStore;
import java.util.UUID;

/**
 * How does a past move? In parts that are small records: the first at once, which for nearly
 * everyone is all, the rest in turns. Meanwhile what still comes for the one who ended waits, as it
 * would for a merge, and follows behind the last part; where too much waits it goes ahead.
 */
final class Moves {
    private final PeopleStore people;
    private final Turns turns;
    private final StepTwo.Outlet outlet;
    private final int partBytes;

    Moves(PeopleStore people, Turns turns, StepTwo.Outlet outlet, int partBytes) {
        this.people = people;
        this.turns = turns;
        this.outlet = outlet;
        this.partBytes = partBytes;
    }

    /** Begins a move; its customer is no longer found. */
    void begin(Move move) {
        UUID ended = move.ended().id();
        TimelineStore.Part part = people.takeOut(ended, partBytes);
        tell(move, part);
        if (part.next() != null) {
            people.moves().keep(new MoveStore.Underway(move, part.next()));
            turns.awaitMove(move.workspace(), ended, move.at());
        }
    }

    /** Whether the end of this move settles the merge. */
    boolean willSettle(Merge merge) {
        return people.moves().isUnderway(merge);
    }

    /** Moves on as far as the budget allows, a part of each in turn. */
    void turn(Clockwork.Budget budget) {
        MoveStore.Underway underway = people.moves().next().orElse(null);
        while (underway != null && budget.allows()) {
            goOn(underway);
            underway = people.moves().next().orElse(null);
        }
    }

    private void goOn(MoveStore.Underway underway) {
        Move move = underway.move();
        String trace = outlet.trace();
        outlet.follow(move.trace());
        TimelineStore.Part part = people.takeOut(move.ended().id(), underway.next(), partBytes);
        tell(move, part);
        if (part.next() != null) {
            people.moves().keep(new MoveStore.Underway(move, part.next()));
        } else {
            people.moves().finish(move);
            turns.moved(move.workspace(), move.ended().id());
        }
        outlet.follow(trace);
    }

    private void tell(Move move, TimelineStore.Part part) {
        Merge merge = move.merge();
        if (!part.entries().isEmpty()) {
            outlet.tell(
                    move.workspace(),
                    merge.into(),
                    new PeopleRecord.Past(move.workspace(), merge, part.entries(), move.at()),
                    move.at());
        }
        if (part.next() == null) {
            outlet.tell(
                    move.workspace(),
                    merge.into(),
                    new PeopleRecord.Arrived(
                            merge, move.ended(), move.at(), move.grounds(), move.origins()),
                    move.at());
        }
    }
}
