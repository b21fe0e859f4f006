package io.itinera.conditions;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Whether a condition holds, and until when that is certain.
 *
 * @param holds whether it does
 * @param changesAt the first moment at which time alone could turn it over; empty for never. Asked
 *     again then, it may still be the same; before then, and without a further event, it is
 */
public record Verdict(boolean holds, Optional<Instant> changesAt) {
    private static final Verdict YES = new Verdict(true, Optional.empty());
    private static final Verdict NO = new Verdict(false, Optional.empty());

    /** A verdict that time does not change. */
    public static Verdict of(boolean holds) {
        return holds ? YES : NO;
    }

    /** A verdict that may turn over at a moment. */
    public static Verdict until(boolean holds, Instant changesAt) {
        return new Verdict(holds, Optional.of(changesAt));
    }

    Verdict negated() {
        return new Verdict(!holds, changesAt);
    }

    /**
     * All of these. A true conjunction can turn at the first of its parts; a false one only once
     * the last of its false parts has turned.
     */
    static Verdict all(List<Verdict> parts) {
        boolean holds = parts.stream().allMatch(Verdict::holds);
        return new Verdict(holds, holds ? first(parts) : lastOf(parts, false));
    }

    /** At least one of these; the mirror of {@link #all}. */
    static Verdict any(List<Verdict> parts) {
        boolean holds = parts.stream().anyMatch(Verdict::holds);
        return new Verdict(holds, holds ? lastOf(parts, true) : first(parts));
    }

    private static Optional<Instant> first(List<Verdict> parts) {
        return parts.stream()
                .flatMap(part -> part.changesAt.stream())
                .min(Comparator.naturalOrder());
    }

    private static Optional<Instant> lastOf(List<Verdict> parts, boolean holding) {
        Optional<Instant> last = Optional.empty();
        for (Verdict part : parts) {
            if (part.holds != holding) {
                continue;
            }
            if (part.changesAt.isEmpty()) {
                return Optional.empty();
            }
            if (last.isEmpty() || part.changesAt.get().isAfter(last.get())) {
                last = part.changesAt;
            }
        }
        return last;
    }
}
