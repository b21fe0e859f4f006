package io.itinera.collector.wire;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** A change of one place: a byte more, another byte, a byte less, a byte twice. */
record Mutation(int kind, int where, byte what) {
    private static final int KINDS = 4;

    /** One to three of them. */
    static Arbitrary<List<Mutation>> some(Arbitrary<Byte> what) {
        return Combinators.combine(
                        Arbitraries.integers().between(0, KINDS - 1),
                        Arbitraries.integers().between(0, 10_000),
                        what)
                .as(Mutation::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(3);
    }

    /** What is left of the bytes after all of them. */
    static byte[] all(byte[] bytes, List<Mutation> mutations) {
        byte[] mutated = bytes;
        for (Mutation mutation : mutations) {
            mutated = mutation.of(mutated);
        }
        return mutated;
    }

    private byte[] of(byte[] bytes) {
        if (bytes.length == 0) {
            return bytes;
        }
        int at = where % bytes.length;
        byte[] head = Arrays.copyOf(bytes, at);
        byte[] tail = Arrays.copyOfRange(bytes, at + (kind == 0 ? 0 : 1), bytes.length);
        return switch (kind) {
            case 0, 1 -> joined(head, new byte[] {what}, tail);
            case 2 -> joined(head, new byte[0], tail);
            default -> joined(head, new byte[] {bytes[at], bytes[at]}, tail);
        };
    }

    private static byte[] joined(byte[] head, byte[] middle, byte[] tail) {
        byte[] all = Arrays.copyOf(head, head.length + middle.length + tail.length);
        System.arraycopy(middle, 0, all, head.length, middle.length);
        System.arraycopy(tail, 0, all, head.length + middle.length, tail.length);
        return all;
    }
}
