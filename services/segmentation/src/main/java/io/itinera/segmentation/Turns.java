package io.itinera.segmentation;

import io.itinera.segmentation.domain.people.Hold;
import io.itinera.segmentation.domain.people.PeopleRecord;
import io.itinera.segmentation.domain.people.Waiting;
import io.itinera.segmentation.store.HoldStore;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Whose turn is it? While a customer waits for announced merges, their records wait too, and follow
 * in order when the last of these merges is settled. It always will be: who announces a merge also
 * tells the one that ends, and that one always answers. A merge that was settled before it was
 * announced left a note of that, so its announcement holds nobody.
 */
final class Turns {
    private final HoldStore holds;
    private final StepTwo.Outlet outlet;
    private final Consumer<PeopleRecord.InTurn> step;

    Turns(HoldStore holds, StepTwo.Outlet outlet, Consumer<PeopleRecord.InTurn> step) {
        this.holds = holds;
        this.outlet = outlet;
        this.step = step;
    }

    /** Takes a record now or when its turn has come. */
    void take(PeopleRecord.InTurn record) {
        Hold hold = holds.find(record.workspace(), record.customer()).orElse(null);
        if (hold != null && hold.hasRoomForRecord()) {
            holds.add(hold, new Waiting(record, outlet.trace()));
            return;
        }
        if (hold != null) {
            goOnWithout(record.workspace(), record.customer());
            take(record);
            return;
        }
        step.accept(record);
    }

    /** From now on the customer waits for this merge. */
    void await(String workspace, UUID customer, UUID merging, Instant at) {
        Hold hold = holds.find(workspace, customer).orElse(null);
        if (hold != null && hold.hasRoomFor(merging)) {
            holds.save(workspace, customer, hold.awaiting(merging, at));
            return;
        }
        if (hold != null) {
            goOnWithout(workspace, customer);
            await(workspace, customer, merging, at);
            return;
        }
        holds.save(workspace, customer, Hold.of(merging, at));
    }

    /**
     * From now on the customer, who has ended, waits for their past to have left. Nobody merges
     * into themselves, so that their own id stands for that.
     */
    void awaitMove(String workspace, UUID customer, Instant at) {
        await(workspace, customer, customer, at);
    }

    /** Their past has left. */
    void moved(String workspace, UUID customer) {
        over(workspace, customer, customer);
    }

    /** Whether nothing more of this merge will come. */
    boolean isSettled(String workspace, UUID customer, UUID merged) {
        return holds.isSettled(workspace, customer, merged);
    }

    /** Nothing more of this merge will come, whose evidence was received then. */
    void settle(String workspace, UUID customer, UUID merged, Instant at) {
        holds.settle(workspace, customer, merged, at);
        over(workspace, customer, merged);
    }

    /** Who would have to say that nothing more will come stands still and waits themselves. */
    void waitNoMore(String workspace, UUID customer, UUID merging) {
        over(workspace, customer, merging);
    }

    private void over(String workspace, UUID customer, UUID merged) {
        Hold before = holds.find(workspace, customer).orElse(null);
        if (before == null) {
            return;
        }
        Hold hold = before.without(merged);
        if (hold.isOver()) {
            release(workspace, customer);
            return;
        }
        holds.save(workspace, customer, hold);
    }

    /** More waits than may: the order among devices is given up, the order of each is kept. */
    private void goOnWithout(String workspace, UUID customer) {
        outlet.wentOnWithoutMerge();
        release(workspace, customer);
    }

    /** What is released may begin another wait, which those behind it then share. */
    private void release(String workspace, UUID customer) {
        String trace = outlet.trace();
        for (Waiting waiting : holds.release(workspace, customer)) {
            outlet.follow(waiting.trace());
            take(waiting.record());
        }
        outlet.follow(trace);
    }
}
