package io.itinera.segmentation.domain.customer;

import io.itinera.conditions.Explanation;
import io.itinera.contracts.condition.Condition;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Where a customer stands with one journey: the runs under way, and the last that are over. Told
 * twice, or in another order, it comes to the same.
 *
 * @param runs by enrollment
 * @param earlier how many finished runs are no more than counted
 * @param upTo when the last of those was over: an unknown run that is no younger was one of them
 */
public record Progress(SortedMap<UUID, Run> runs, long earlier, Instant upTo) {
    /** How many runs that are over are known one by one. */
    public static final int MAX_OVER = 5;

    /** How many runs under way are known: as many as journeys let anybody be in. */
    public static final int MAX_LIVE = 50;

    /** No run. */
    public static final Progress NONE = new Progress(new TreeMap<>(), 0, Instant.EPOCH);

    /** Whether a run is under way. */
    public boolean in() {
        return runs.values().stream().anyMatch(Run::live);
    }

    /** How many runs have finished. */
    public long finished() {
        return earlier + runs.values().stream().filter(Run::finished).count();
    }

    /** Whether a customer stands so. */
    public boolean is(Condition.Journey.State state) {
        return switch (state) {
            case in -> in();
            case finished -> finished() > 0;
            case converted -> false;
        };
    }

    /** The runs by which a customer stands so, newest first. */
    List<Explanation.Seen> shown(Condition.Journey.State state) {
        return runs.entrySet().stream()
                .filter(
                        each ->
                                switch (state) {
                                    case in -> each.getValue().live();
                                    case finished -> each.getValue().finished();
                                    case converted -> false;
                                })
                .map(each -> each.getValue().shown(each.getKey()))
                .sorted(Comparator.comparing(Explanation.Seen::at).reversed())
                .toList();
    }

    /** When something of it was told last. */
    Instant lastAt() {
        return runs.values().stream().map(Run::lastAt).max(Comparator.naturalOrder()).orElse(upTo);
    }

    /** With what is told of a run. */
    Progress with(UUID enrollment, Run told) {
        if (!runs.containsKey(enrollment) && !told.lastAt().isAfter(upTo)) {
            return this;
        }
        SortedMap<UUID, Run> more = new TreeMap<>(runs);
        more.merge(enrollment, told, Run::and);
        return new Progress(more, earlier, upTo).bounded();
    }

    /** With the runs of somebody who was found to be the same. */
    Progress with(Progress other) {
        SortedMap<UUID, Run> all = new TreeMap<>(runs);
        other.runs.forEach((enrollment, run) -> all.merge(enrollment, run, Run::and));
        Instant later = other.upTo.isAfter(upTo) ? other.upTo : upTo;
        return new Progress(all, earlier + other.earlier, later).bounded();
    }

    /** No run that is under way. */
    Progress over() {
        SortedMap<UUID, Run> over = new TreeMap<>(runs);
        over.values().removeIf(Run::live);
        return new Progress(over, earlier, upTo);
    }

    /** Only the runs that are under way. */
    Progress live() {
        SortedMap<UUID, Run> live = new TreeMap<>(runs);
        live.values().removeIf(run -> !run.live());
        return new Progress(live, 0, Instant.EPOCH);
    }

    boolean isEmpty() {
        return runs.isEmpty() && earlier == 0;
    }

    private Progress bounded() {
        SortedMap<UUID, Run> kept = new TreeMap<>(runs);
        long counted = earlier;
        Instant until = upTo;
        while (kept.values().stream().filter(Run::live).count() > MAX_LIVE) {
            kept.remove(oldest(kept, true));
        }
        while (kept.values().stream().filter(run -> !run.live()).count() > MAX_OVER) {
            Run over = kept.remove(oldest(kept, false));
            counted += over.finished() ? 1 : 0;
            until = over.lastAt().isAfter(until) ? over.lastAt() : until;
        }
        return new Progress(kept, counted, until);
    }

    private static UUID oldest(SortedMap<UUID, Run> runs, boolean live) {
        return runs.entrySet().stream()
                .filter(each -> each.getValue().live() == live)
                .min(Comparator.comparing((Map.Entry<UUID, Run> it) -> it.getValue().lastAt()))
                .orElseThrow()
                .getKey();
    }
}
