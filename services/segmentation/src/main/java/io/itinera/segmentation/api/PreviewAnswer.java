package io.itinera.segmentation.api;

import io.itinera.contracts.condition.Condition;
import io.itinera.segmentation.domain.preview.Estimate;
import io.itinera.segmentation.domain.preview.Sample;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToLongFunction;

/**
 * What a segment would be if it were published now.
 *
 * @param size how many customers would be in it
 * @param asked how many customers were asked
 * @param fraction the part of all customers that they are
 * @param exact whether that is everyone
 * @param samples some who would be in it
 * @param overlaps the segments that most of them are in, largest first
 * @param reachable how many of them can be written to, by channel: they agreed, and there is an
 *     address; without a channel by which nobody can
 */
@RegisterForReflection
record PreviewAnswer(
        Count size,
        long asked,
        double fraction,
        boolean exact,
        List<CustomerAnswer.Brief> samples,
        List<Overlap> overlaps,
        Map<String, Count> reachable) {
    private static final int OVERLAPS = 10;
    private static final int SHOWN = 20;

    /** A condition that is not published. */
    record Wanted(Condition condition) {}

    /**
     * What one instance found.
     *
     * @param samples partition by partition
     * @param shown some of whom the condition holds
     */
    @RegisterForReflection
    record Part(List<Sample> samples, List<CustomerAnswer.Brief> shown) {}

    /**
     * How many there are; the true number lies between the ends 95 times in 100.
     *
     * @param estimate the best guess
     * @param low the lower end; the estimate itself when everyone was asked
     * @param high the upper end
     */
    @RegisterForReflection
    record Count(long estimate, long low, long high) {
        static Count of(Estimate estimate) {
            return new Count(
                    Math.round(estimate.value()),
                    (long) Math.floor(estimate.low()),
                    (long) Math.ceil(estimate.high()));
        }
    }

    /**
     * A segment that some of them are in already.
     *
     * @param segment which
     * @param name what people call it
     * @param both how many are in both
     */
    @RegisterForReflection
    record Overlap(String segment, String name, Count both) {}

    /** The segments that were met. */
    static Set<String> segments(List<Part> parts) {
        Set<String> segments = new TreeSet<>();
        samples(parts).forEach(sample -> segments.addAll(sample.alsoIn().keySet()));
        return segments;
    }

    /** Of all parts together. */
    static PreviewAnswer of(List<Part> parts, Map<String, String> names) {
        List<Sample> samples = samples(parts);
        double people = samples.stream().mapToDouble(it -> it.estimate(it.asked()).value()).sum();
        long asked = samples.stream().mapToLong(Sample::asked).sum();
        return new PreviewAnswer(
                Count.of(sum(samples, Sample::found)),
                asked,
                people == 0 ? 1 : asked / people,
                samples.stream().allMatch(it -> it.share() == 1),
                parts.stream()
                        .flatMap(part -> part.shown().stream())
                        .sorted(Comparator.comparing(CustomerAnswer.Brief::id))
                        .limit(SHOWN)
                        .toList(),
                overlaps(samples, names),
                reachable(samples));
    }

    private static List<Sample> samples(List<Part> parts) {
        return parts.stream().flatMap(part -> part.samples().stream()).toList();
    }

    private static Estimate sum(List<Sample> samples, ToLongFunction<Sample> counted) {
        return samples.stream()
                .map(it -> it.estimate(counted.applyAsLong(it)))
                .reduce(Estimate.NONE, Estimate::plus);
    }

    private static List<Overlap> overlaps(List<Sample> samples, Map<String, String> names) {
        return names.entrySet().stream()
                .map(
                        segment ->
                                new Overlap(
                                        segment.getKey(),
                                        segment.getValue(),
                                        Count.of(
                                                sum(
                                                        samples,
                                                        it ->
                                                                it.alsoIn()
                                                                        .getOrDefault(
                                                                                segment.getKey(),
                                                                                0L)))))
                .sorted(
                        Comparator.<Overlap>comparingLong(it -> it.both().estimate())
                                .reversed()
                                .thenComparing(Overlap::segment))
                .limit(OVERLAPS)
                .toList();
    }

    private static Map<String, Count> reachable(List<Sample> samples) {
        Set<String> channels = new TreeSet<>();
        samples.forEach(sample -> channels.addAll(sample.reachable().keySet()));
        Map<String, Count> reachable = new TreeMap<>();
        for (String channel : channels) {
            reachable.put(
                    channel,
                    Count.of(sum(samples, it -> it.reachable().getOrDefault(channel, 0L))));
        }
        return reachable;
    }
}
