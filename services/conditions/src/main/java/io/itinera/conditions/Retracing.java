package io.itinera.conditions;

import io.itinera.contracts.condition.Window;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Follows an answer while events are taken in, newest first. Events leave a window oldest first, so
 * every answer on the way is one that time will bring back: the answer before the events of a
 * moment were taken in is the answer once they have left.
 */
final class Retracing {
    private @Nullable Instant reached;
    private @Nullable Instant leavesTrue;
    private @Nullable Instant leavesFalse;

    interface Answer {
        boolean holds();
    }

    /** Before an event is taken in, with the answer so far. */
    void reach(Instant occurredAt, Answer sofar) {
        if (occurredAt.equals(reached)) {
            return;
        }
        reached = occurredAt;
        if (sofar.holds()) {
            leavesTrue = occurredAt;
        } else {
            leavesFalse = occurredAt;
        }
    }

    /** With the answer once all are taken in: it stands until the oldest that it needs leaves. */
    Verdict verdict(boolean holds, @Nullable Window window) {
        Instant needed = holds ? leavesFalse : leavesTrue;
        return needed != null && window instanceof Window.Last last
                ? Verdict.until(holds, needed.plus(last.length()))
                : Verdict.of(holds);
    }
}
