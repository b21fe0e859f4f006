package io.itinera.conditions;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How large a pattern's program is: RE2 writes a counted repetition out so often, and one inside
 * another as often as both together. RE2 itself refuses what grows beyond measure; re2j 1.8 does
 * not, and four nested counts of 99 are a hundred million steps.
 */
public final class PatternWeight {
    private static final Pattern COUNT = Pattern.compile("\\{(\\d{1,9})(,(\\d{0,9}))?}");
    private static final Pattern ESCAPE =
            Pattern.compile("\\\\(Q.*?(\\\\E|$)|[pP]\\{[^}]*}|x\\{[^}]*}|.)", Pattern.DOTALL);
    private static final Pattern CHARACTER_CLASS =
            Pattern.compile("\\[\\^?]?(\\[:\\^?\\w+:]|\\\\.|[^]\\\\])*]", Pattern.DOTALL);

    private final String pattern;
    private final Deque<Long> outer = new ArrayDeque<>();
    private long sum;
    private long last;

    private PatternWeight(String pattern) {
        this.pattern = pattern;
    }

    /** Steps, about; more than there can be once it is beyond counting. */
    public static long of(String pattern) {
        return new PatternWeight(pattern).weight();
    }

    private long weight() {
        int at = 0;
        while (at < pattern.length()) {
            at =
                    switch (pattern.charAt(at)) {
                        case '\\' -> piece(ESCAPE, at);
                        case '[' -> piece(CHARACTER_CLASS, at);
                        case '{' -> repeated(at);
                        case '(' -> opened(at);
                        case ')' -> closed(at);
                        default -> one(at + 1, 1);
                    };
        }
        while (!outer.isEmpty()) {
            closed(at);
        }
        return sum + last;
    }

    private int one(int next, long weight) {
        sum = capped(sum + last);
        last = weight;
        return next;
    }

    private int piece(Pattern piece, int at) {
        Matcher matcher = piece.matcher(pattern).region(at, pattern.length());
        int next = matcher.lookingAt() ? matcher.end() : at + 1;
        return one(next, next - at);
    }

    private int repeated(int at) {
        Matcher count = COUNT.matcher(pattern).region(at, pattern.length());
        if (!count.lookingAt()) {
            return one(at + 1, 1);
        }
        String most =
                count.group(3) == null || count.group(3).isEmpty()
                        ? count.group(1)
                        : count.group(3);
        last = capped(last * Math.max(1, Long.parseLong(most)));
        return count.end();
    }

    private int opened(int at) {
        one(at + 1, 0);
        outer.push(sum);
        sum = 0;
        return at + 1;
    }

    private int closed(int at) {
        long inside = capped(sum + last + 1);
        sum = outer.isEmpty() ? 0 : outer.pop();
        last = inside;
        return at + 1;
    }

    private static long capped(long weight) {
        return Math.min(weight, Integer.MAX_VALUE);
    }
}
