package io.itinera.collector.wire;

import java.util.Arrays;

/** Which objects and lists are open around a place; one bit each. */
final class Nesting {
    private long[] objects = new long[1];
    private int depth;

    int depth() {
        return depth;
    }

    void openObject() {
        open();
        objects[depth >>> 6] |= 1L << depth;
    }

    void openList() {
        open();
        objects[depth >>> 6] &= ~(1L << depth);
    }

    private void open() {
        depth++;
        if (depth >>> 6 == objects.length) {
            objects = Arrays.copyOf(objects, 2 * objects.length);
        }
    }

    void close() {
        depth--;
    }

    /** Whether the innermost is an object. */
    boolean isObject() {
        return (objects[depth >>> 6] >>> depth & 1) != 0;
    }
}
