package io.itinera.segmentation;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Records on their way: in order on each way, and in no order among ways. */
final class Ways {
    private final Map<String, Deque<Runnable>> open = new TreeMap<>();
    private long sent;

    void add(String way, Runnable arrival) {
        sent++;
        open.computeIfAbsent(way, any -> new ArrayDeque<>()).addLast(arrival);
    }

    /** How many records were sent so far. */
    long sent() {
        return sent;
    }

    boolean isEmpty() {
        return open.isEmpty();
    }

    /** The next record of any way arrives. */
    void arrive(Random random) {
        List<String> ways = List.copyOf(open.keySet());
        String next = ways.get(random.nextInt(ways.size()));
        Deque<Runnable> way = open.get(next);
        Runnable arrival = way.removeFirst();
        if (way.isEmpty()) {
            open.remove(next);
        }
        arrival.run();
    }
}
