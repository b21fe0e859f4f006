package io.itinera.collector.store;

/**
 * A set of 128-bit hashes in two words each, with open addressing: nothing else fits millions of
 * them into an instance. One thread changes it, many ask.
 */
final class HashSet128 {
    private static final int FEWEST = 16;

    /** Pairs of words; a pair of zeros is an empty place. */
    private long[] table = new long[2 * FEWEST];

    private int size;

    synchronized int size() {
        return size;
    }

    synchronized boolean contains(long high, long low) {
        int at = find(high, low);
        return (table[at] | table[at + 1]) != 0;
    }

    /** Adds a hash, which is not zero. */
    synchronized void add(long high, long low) {
        int at = find(high, low);
        if ((table[at] | table[at + 1]) != 0) {
            return;
        }
        table[at] = high;
        table[at + 1] = low;
        if (++size > table.length / 8 * 3) {
            resize(2 * table.length);
        }
    }

    synchronized void remove(long high, long low) {
        int gap = find(high, low);
        if ((table[gap] | table[gap + 1]) == 0) {
            return;
        }
        size--;
        for (int at = next(gap); (table[at] | table[at + 1]) != 0; at = next(at)) {
            if (distance(home(table[at], table[at + 1]), at) >= distance(gap, at)) {
                table[gap] = table[at];
                table[gap + 1] = table[at + 1];
                gap = at;
            }
        }
        table[gap] = 0;
        table[gap + 1] = 0;
    }

    private void resize(int length) {
        long[] before = table;
        table = new long[length];
        for (int at = 0; at < before.length; at += 2) {
            if ((before[at] | before[at + 1]) != 0) {
                int place = find(before[at], before[at + 1]);
                table[place] = before[at];
                table[place + 1] = before[at + 1];
            }
        }
    }

    /** Where a hash is, or where it would be. */
    private int find(long high, long low) {
        int at = home(high, low);
        while ((table[at] | table[at + 1]) != 0 && (table[at] != high || table[at + 1] != low)) {
            at = next(at);
        }
        return at;
    }

    /** Its bits are random already. */
    private int home(long high, long low) {
        return 2 * (int) ((high ^ low) & (table.length / 2 - 1));
    }

    private int next(int at) {
        return (at + 2) & (table.length - 1);
    }

    /** How many steps from one place on to another. */
    private int distance(int from, int to) {
        return (to - from) & (table.length - 1);
    }
}
