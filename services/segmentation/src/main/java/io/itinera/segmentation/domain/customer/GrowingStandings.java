package io.itinera.segmentation.domain.customer;

import java.util.Arrays;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Standings while they are put together, one after the other. Neighbours that say the same are one
 * object: somebody is in most segments that they never did anything for since the same moment.
 */
public final class GrowingStandings {
    private String[] segments;
    private Standing[] standings;
    private int size;
    private boolean isInOrder = true;

    /** Expects about so many. */
    public GrowingStandings(int expected) {
        this.segments = new String[expected];
        this.standings = new Standing[expected];
    }

    /** Adds one; of a segment that was added before, the last holds. */
    public void add(String segment, Standing standing) {
        room(1);
        isInOrder &= size == 0 || segments[size - 1].compareTo(segment) < 0;
        boolean isLikeLast = size > 0 && standings[size - 1].equals(standing);
        segments[size] = segment;
        standings[size] = isLikeLast ? standings[size - 1] : standing;
        size++;
    }

    /** Adds part of others, which lie in order and come after all that was added. */
    void add(String[] otherSegments, Standing[] otherStandings, int from, int to) {
        room(to - from);
        System.arraycopy(otherSegments, from, segments, size, to - from);
        System.arraycopy(otherStandings, from, standings, size, to - from);
        size += to - from;
    }

    private void room(int more) {
        if (size + more > segments.length) {
            int length = Math.max(2 * segments.length, size + more);
            segments = Arrays.copyOf(segments, length);
            standings = Arrays.copyOf(standings, length);
        }
    }

    /** All of them. */
    public Standings standings() {
        return isInOrder
                ? Standings.made(Arrays.copyOf(segments, size), Arrays.copyOf(standings, size))
                : sorted();
    }

    private Standings sorted() {
        SortedMap<String, Standing> inOrder = new TreeMap<>();
        for (int i = 0; i < size; i++) {
            inOrder.put(segments[i], standings[i]);
        }
        return Standings.of(inOrder);
    }
}
