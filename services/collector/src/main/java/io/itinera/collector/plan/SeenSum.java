package io.itinera.collector.plan;

import io.itinera.collector.domain.SeenName;
import io.itinera.collector.domain.Slice;
import io.itinera.collector.domain.Verdict;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the events of one name in one request come to. */
final class SeenSum {
    private final String name;
    private final Slice first;
    private int accepted;
    private int warned;
    private int rejected;

    private SeenSum(String name, Slice first) {
        this.name = name;
        this.first = first;
    }

    /** One for each name, in the order in which they came. */
    static Collection<SeenSum> of(List<Verdict> verdicts) {
        Map<String, SeenSum> sums = new LinkedHashMap<>();
        SeenSum sum = null;
        for (Verdict verdict : verdicts) {
            String name = SeenName.nameOf(verdict);
            if (sum == null || !sum.name.equals(name)) {
                sum = sums.computeIfAbsent(name, it -> new SeenSum(it, verdict.whole()));
            }
            sum.count(verdict);
        }
        return sums.values();
    }

    private void count(Verdict verdict) {
        switch (verdict) {
            case Verdict.Accepted taken -> {
                accepted++;
                warned += taken.breaches().isEmpty() ? 0 : 1;
            }
            case Verdict.Refused _ -> rejected++;
        }
    }

    /** What their events are called. */
    String name() {
        return name;
    }

    /** The first of them, as sent. */
    Slice first() {
        return first;
    }

    int accepted() {
        return accepted;
    }

    /** How many of the accepted breach the plan. */
    int warned() {
        return warned;
    }

    int rejected() {
        return rejected;
    }
}
