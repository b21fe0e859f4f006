package io.itinera.collector.lag;

import io.itinera.contracts.events.LagReport;

/** Brings reports to whoever builds watermarks of them. */
public interface LagTopic {
    /**
     * Tells every partition of events; waits until the broker has it.
     *
     * @throws io.itinera.kit.problem.Problem when it did not take it everywhere
     */
    void tell(LagReport report);
}
