package io.itinera.loadtests.checker;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What an audit came to.
 *
 * @param taken events that were promised to be kept: acked, or put aside with a reason
 * @param processed of these, how many came out of segmentation
 * @param waiting of these, how many stand on {@code events} and have not come out
 * @param quarantined of these, how many stand in quarantine
 * @param unknown events that nothing was promised about, and that stand somewhere
 * @param counts how often each promise was broken
 * @param examples a few of each, for people
 */
public record Judgement(
        long taken,
        long processed,
        long waiting,
        long quarantined,
        long unknown,
        Map<Finding, Long> counts,
        List<String> examples) {

    public Judgement {
        counts = Map.copyOf(counts);
        examples = List.copyOf(examples);
    }

    /** Of nothing. */
    static Judgement none() {
        return new Judgement(0, 0, 0, 0, 0, Map.of(), List.of());
    }

    /** Of what both are of. */
    Judgement and(Judgement other) {
        Map<Finding, Long> counted = new EnumMap<>(Finding.class);
        counted.putAll(counts);
        other.counts.forEach((finding, times) -> counted.merge(finding, times, Long::sum));
        return new Judgement(
                taken + other.taken,
                processed + other.processed,
                waiting + other.waiting,
                quarantined + other.quarantined,
                unknown + other.unknown,
                counted,
                Stream.concat(examples.stream(), other.examples.stream()).toList());
    }

    /** Whether every promise was kept. */
    public boolean kept() {
        return counts.isEmpty();
    }

    /** Events that are missing. */
    public long lost() {
        return counts.entrySet().stream()
                .filter(each -> each.getKey().isLoss())
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    /** Events that are there too often. */
    public long repeated() {
        return counts.getOrDefault(Finding.REPEATED, 0L);
    }

    @Override
    public String toString() {
        return "taken %d = processed %d + waiting %d + quarantined %d, unknown and kept %d; %s %s"
                .formatted(
                        taken,
                        processed,
                        waiting,
                        quarantined,
                        unknown,
                        kept() ? "every promise kept" : counts,
                        String.join("; ", examples));
    }
}
