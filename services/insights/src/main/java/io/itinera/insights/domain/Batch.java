package io.itinera.insights.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is to be kept of a batch of one topic's records, with where the next one starts.
 *
 * @param topic the topic
 * @param next the offset after the last record, by partition
 * @param rows in order
 */
public record Batch<R>(String topic, Map<Integer, Long> next, List<Placed<R>> rows) {

    /**
     * A record's content and its place.
     *
     * @param partition where it stood
     * @param offset likewise
     * @param row what it says
     */
    public record Placed<R>(int partition, long offset, R row) {}

    /** An empty batch of a topic. */
    public static <R> Batch<R> of(String topic) {
        return new Batch<>(topic, new TreeMap<>(), new ArrayList<>());
    }

    /** Adds a record. */
    public void add(int partition, long offset, R row) {
        rows.add(new Placed<>(partition, offset, row));
        skip(partition, offset);
    }

    /** Passes over a record. */
    public void skip(int partition, long offset) {
        next.merge(partition, offset + 1, Math::max);
    }
}
