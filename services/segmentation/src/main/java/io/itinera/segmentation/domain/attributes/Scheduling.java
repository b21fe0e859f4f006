package io.itinera.segmentation.domain.attributes;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something told to the members of a segment at a time. Everyone has a moment of their own within
 * the time that it takes, by their id, so that not all are told at once; who is a member then is
 * told. One wake-up a customer, whatever the size of the segment.
 *
 * @param tells the name under which it is told
 * @param segment whose members
 * @param at when it begins
 * @param every how long until the next time; null for once
 * @param over how long it takes; zero for all at once
 */
record Scheduling(String tells, String segment, Instant at, @Nullable Duration every, Duration over)
        implements Formula.Judgement {

    @Override
    public Set<String> events() {
        return Set.of();
    }

    @Override
    public Set<String> mentions() {
        return Set.of();
    }

    @Override
    public Set<String> makes() {
        return Set.of();
    }

    @Override
    public Finding find(Sight sight, @Nullable Attained before) {
        Instant first = at.plusMillis(own(sight.subject().customer()));
        Instant due = before == null ? null : before.changesAt();
        boolean came = due != null && !due.isAfter(sight.now());
        List<News> news =
                came && sight.subject().isIn(segment)
                        ? List.of(new News(tells, Map.of("segment", segment)))
                        : List.of();
        return new Finding(Map.of(), next(first, sight.now()), Memory.NOTHING, news);
    }

    /** The first of the moments that is still to come; null when there is none. */
    private @Nullable Instant next(Instant first, Instant now) {
        if (first.isAfter(now)) {
            return first;
        }
        if (every == null) {
            return null;
        }
        long passed = Duration.between(first, now).toMillis() / every.toMillis();
        return first.plusMillis((passed + 1) * every.toMillis());
    }

    private long own(UUID customer) {
        return over.isZero()
                ? 0
                : Math.floorMod(customer.getLeastSignificantBits(), over.toMillis());
    }
}
