package io.itinera.collector.files;

import io.itinera.collector.domain.Submission;
import io.itinera.collector.domain.Verdict;
import java.util.List;
import java.util.function.Supplier;

/** Where an upload's events go: to the judge, and then to the broker. */
interface Outlet {
    /** What comes from now on is received now. */
    void begin();

    /** Judges events; the ids are for those that carry none. */
    List<Verdict> judge(Submission events, Supplier<String> ids);

    /** Sends what was judged; does not wait. */
    void publish(List<Judged> rows);

    /** Waits for the broker; false when it did not take all that was published. */
    boolean isTaken();
}
