package io.itinera.collector.store;

import io.itinera.collector.domain.Verdict;
import io.itinera.contracts.settings.Source;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** What came in of one workspace and has not been shown yet; one thread at a time. */
final class Unshown {
    private final Deque<Request> requests = new ArrayDeque<>();
    private int events;

    /** A request's events. */
    record Request(Source source, Instant at, List<Verdict> verdicts) {
        /** What stays in memory with it; events of one body share that. */
        long bytes() {
            long bytes = 0;
            for (Verdict verdict : verdicts) {
                bytes += bytes == 0 ? verdict.whole().held() : verdict.whole().length();
            }
            return bytes;
        }
    }

    /**
     * Takes a request over, and lets go of the oldest that nobody would see.
     *
     * @param enough so many of the newest events are all that will be seen
     * @return how many bytes more wait
     */
    long add(Request request, int enough) {
        requests.addLast(request);
        events += request.verdicts().size();
        long bytes = request.bytes();
        while (events - requests.getFirst().verdicts().size() >= enough) {
            Request passed = requests.removeFirst();
            events -= passed.verdicts().size();
            bytes -= passed.bytes();
        }
        return bytes;
    }

    /** In the order in which they came. */
    Iterable<Request> requests() {
        return requests;
    }
}
