package io.itinera.conditions;

import io.itinera.contracts.condition.Window;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is found wrong while a condition is compiled, and how much of it there is. */
final class Findings {
    private final Set<Knowledge> known;
    private final List<Flaw> flaws = new ArrayList<>();
    private int parts;

    Findings(Set<Knowledge> known) {
        this.known = known;
    }

    void flaw(String path, String message) {
        flaws.add(new Flaw(path, message));
    }

    boolean none() {
        return flaws.isEmpty();
    }

    /** Ends the compilation when anything is wrong. */
    void refuse() throws InvalidCondition {
        if (!flaws.isEmpty()) {
            throw new InvalidCondition(flaws);
        }
    }

    /** Counts a part in; false when it lies too deep or is one too many. */
    boolean fits(String path, int depth) {
        parts++;
        if (parts == Conditions.MAX_PARTS + 1) {
            flaw(path, "a condition has at most " + Conditions.MAX_PARTS + " parts");
        }
        if (depth > Conditions.MAX_DEPTH) {
            flaw(path, "conditions lie at most " + Conditions.MAX_DEPTH + " deep");
        }
        return parts <= Conditions.MAX_PARTS && depth <= Conditions.MAX_DEPTH;
    }

    void named(@Nullable String name, String path) {
        if (name == null || name.isBlank()) {
            flaw(path, "a name is missing");
        }
    }

    void present(@Nullable Object value, String path, String what) {
        if (value == null) {
            flaw(path, what + " is missing");
        }
    }

    void needs(Knowledge knowledge, String path) {
        if (!known.contains(knowledge)) {
            flaw(path, knowledge.refusal());
        }
    }

    void window(@Nullable Window window, String path) {
        if (window instanceof Window.Last last
                && last.length().compareTo(Conditions.MAX_WINDOW) > 0) {
            flaw(path + "/last", tooLongAgo());
        }
        if (window instanceof Window.Since) {
            needs(Knowledge.TRIGGER, path + "/since");
        }
    }

    /** A length of time, in whole milliseconds, from the least to the most. */
    void length(@Nullable Duration length, Duration least, Duration most, String path) {
        if (length == null) {
            flaw(path, "a length of time is missing");
        } else if (length.compareTo(least) < 0 || length.compareTo(most) > 0) {
            flaw(path, "a length of time lies between " + least + " and " + most + " here");
        } else if (!length.equals(Duration.ofMillis(length.toMillis()))) {
            flaw(path, "a length of time has whole milliseconds");
        }
    }

    static String tooLongAgo() {
        return "history is kept for " + Conditions.MAX_WINDOW.toDays() + " days";
    }
}
