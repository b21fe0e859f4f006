package io.itinera.loadtests.checker;

import org.jspecify.annotations.Nullable;

/** The test switch: which bug is in, and whether its one moment is now. */
final class Planted {
    /** It does not strike at the first opportunity, but once things are under way. */
    private static final int OPPORTUNITY = 2;

    private final @Nullable Bug bug;
    private int opportunities;
    private boolean wasIn;

    Planted(@Nullable Bug bug) {
        this.bug = bug;
    }

    /** Whether this bug strikes at this opportunity for it. */
    synchronized boolean strikes(Bug asked) {
        return asked == bug && ++opportunities == OPPORTUNITY;
    }

    /** Whether this bug is in, from the start to the end. */
    synchronized boolean isIn(Bug asked) {
        wasIn |= asked == bug;
        return asked == bug;
    }

    /** Whether it has had its moment; a bug that had none would prove nothing. */
    synchronized boolean hasStruck() {
        return bug == null || wasIn || opportunities >= OPPORTUNITY;
    }
}
