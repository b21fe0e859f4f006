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
 * told, and once, though they be two who turn out to be one in between. One wake-up a customer,
 * whatever the size of the segment.
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
        Memory memory = before == null ? Memory.NOTHING : before.memory();
        if (due == null || due.isAfter(sight.now()) || !sight.subject().isIn(segment)) {
            return new Finding(Map.of(), next(first, sight.now()), memory, List.of());
        }
        Memory.Round round = new Memory.Round(round(due));
        List<News> news =
                later(memory, round).equals(memory)
                        ? List.of()
                        : List.of(new News(tells, Map.of("segment", segment)));
        return new Finding(Map.of(), next(first, sight.now()), later(memory, round), news);
    }

    /** Of two who turn out to be one, what either was told both were. */
    @Override
    public Attained together(Attained into, Attained from) {
        return new Attained(
                into.version(),
                into.values(),
                into.since(),
                into.changesAt(),
                later(into.memory(), from.memory()));
    }

    private static Memory later(Memory one, Memory other) {
        if (one instanceof Memory.Round(Instant is)
                && (!(other instanceof Memory.Round(Instant was)) || !is.isBefore(was))) {
            return one;
        }
        return other;
    }

    /** When the round began in which somebody's own moment lies. */
    private Instant round(Instant moment) {
        if (every == null) {
            return at;
        }
        long passed = Math.floorDiv(Duration.between(at, moment).toMillis(), every.toMillis());
        return at.plusMillis(passed * every.toMillis());
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
