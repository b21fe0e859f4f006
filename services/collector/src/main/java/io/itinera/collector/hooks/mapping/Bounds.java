package io.itinera.collector.hooks.mapping;

import com.dashjoin.jsonata.Jsonata;
import java.time.Duration;
import java.util.Collection;
import java.util.function.LongSupplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What one evaluation may cost: asked before and after each step, so that no loop, no recursion and
 * no growing text goes on beyond it. Regular expressions are no steps, and some never end.
 */
final class Bounds {
    /** Steps inside one another. */
    static final int DEPTH = 200;

    /** Characters of a text. */
    static final int TEXT = 256 * 1024;

    /** Elements of a list, members of an object. */
    static final int ELEMENTS = 50_000;

    private final LongSupplier nanos;
    private final Duration patience;
    private final long begun;
    private int depth;

    Bounds(Duration patience, LongSupplier nanos) {
        this.patience = patience;
        this.nanos = nanos;
        this.begun = nanos.getAsLong();
    }

    void on(Jsonata.Frame frame) {
        frame.setEvaluateEntryCallback((_, _, _) -> enter());
        frame.setEvaluateExitCallback((_, _, _, result) -> leave(result));
    }

    private void enter() {
        depth++;
        if (depth > DEPTH) {
            throw new BeyondBounds("the mapping goes more than " + DEPTH + " steps deep");
        }
        if (nanos.getAsLong() - begun > patience.toNanos()) {
            throw new BeyondBounds("the mapping takes longer than " + patience.toMillis() + " ms");
        }
    }

    private void leave(@Nullable Object result) {
        depth--;
        check(result);
    }

    /** Passes a value on that may be. */
    static @Nullable Object check(@Nullable Object value) {
        switch (value) {
            case CharSequence text when text.length() > TEXT ->
                    throw new BeyondBounds(
                            "the mapping makes a text of more than " + TEXT + " characters");
            case Collection<?> many when many.size() > ELEMENTS ->
                    throw new BeyondBounds(
                            "the mapping makes a list of more than " + ELEMENTS + " elements");
            case Pattern _ -> throw new BeyondBounds("a mapping must not have regular expressions");
            case null, default -> {}
        }
        return value;
    }
}
