package io.itinera.collector.plan;

import io.itinera.collector.domain.SeenName;
import io.itinera.collector.domain.Slice;
import io.itinera.collector.domain.Tally;
import io.itinera.contracts.settings.Source;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * What this instance counts until it is taken away to be stored. However many names come in, it
 * holds no more than its bounds: names beyond are counted together, and samples beyond are not
 * kept. A request's events of one name cost a look into a map.
 */
final class SeenCounts {
    /** Bytes of a sample; a larger event is counted without one. */
    static final int MAX_SAMPLE_BYTES = 8 * 1024;

    private final Bounds bounds;
    private final Map<SeenName, Counter> counters = new HashMap<>();
    private final Map<String, Integer> namesOf = new HashMap<>();
    private int sampleBytes;

    /**
     * How much is held.
     *
     * @param names of one workspace, by source
     * @param allNames of all workspaces
     * @param sampleBytes of all samples
     */
    record Bounds(int names, int allNames, int sampleBytes) {
        static final Bounds USUAL = new Bounds(10_000, 20_000, 4 * 1024 * 1024);
    }

    SeenCounts(Bounds bounds) {
        this.bounds = bounds;
    }

    /** Counts a request's events. */
    synchronized void add(Source source, Instant at, Collection<SeenSum> sums) {
        for (SeenSum sum : sums) {
            Counter counter = counter(SeenName.of(sum.name(), source), at);
            counter.count(sum, at);
            if (!counter.hasSample()) {
                keepSample(counter, sum.first(), at);
            }
        }
    }

    /** Hands over everything and begins anew. */
    synchronized Map<SeenName, Tally> drain() {
        Map<SeenName, Tally> tallies = HashMap.newHashMap(counters.size());
        counters.forEach((name, counter) -> tallies.put(name, counter.tally()));
        counters.clear();
        namesOf.clear();
        sampleBytes = 0;
        return tallies;
    }

    private Counter counter(SeenName name, Instant at) {
        Counter known = counters.get(name);
        if (known != null) {
            return known;
        }
        SeenName place = hasRoom(name.workspace()) ? name : name.among();
        return counters.computeIfAbsent(
                place,
                added -> {
                    namesOf.merge(added.workspace(), 1, Integer::sum);
                    return new Counter(at);
                });
    }

    private boolean hasRoom(String workspace) {
        return counters.size() < bounds.allNames()
                && namesOf.getOrDefault(workspace, 0) < bounds.names();
    }

    private void keepSample(Counter counter, Slice whole, Instant at) {
        if (whole.length() > MAX_SAMPLE_BYTES
                || sampleBytes + whole.length() > bounds.sampleBytes()) {
            return;
        }
        String event = whole.toString();
        if (event.indexOf('\u0000') < 0) {
            sampleBytes += whole.length();
            counter.keep(event, at);
        }
    }
}
