package io.itinera.segmentation.domain.people;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/**
 * A customer who waits for announced merges, and how much waits behind them.
 *
 * @param awaited the customers who are about to become this one
 * @param records how many records wait their turn
 * @param from the earliest time of anything that waits: the partition's time does not pass it
 */
public record Hold(Set<UUID> awaited, int records, Instant from) {
    /** The most records that wait for one customer; with one more they all go on. */
    public static final int MAX_RECORDS = 1_000;

    /** The most merges that one customer waits for; with one more their records go on. */
    public static final int MAX_MERGES = 100;

    public Hold {
        awaited = Set.copyOf(awaited);
    }

    /** Waits for a first merge. */
    public static Hold of(UUID merging, Instant at) {
        return new Hold(Set.of(merging), 0, at);
    }

    /** Whether one more record may wait. */
    public boolean hasRoomForRecord() {
        return records < MAX_RECORDS;
    }

    /** Whether it waits for this merge, or may. */
    public boolean hasRoomFor(UUID merging) {
        return awaited.contains(merging) || awaited.size() < MAX_MERGES;
    }

    /** One more record waits. */
    public Hold withRecord(Instant at) {
        return new Hold(awaited, records + 1, earlier(at));
    }

    /** Waits for this merge too. */
    public Hold awaiting(UUID merging, Instant at) {
        Set<UUID> more = new HashSet<>(awaited);
        more.add(merging);
        return new Hold(more, records, earlier(at));
    }

    /** Waits for this merge no longer. */
    public Hold without(UUID merged) {
        Set<UUID> fewer = new HashSet<>(awaited);
        fewer.remove(merged);
        return new Hold(fewer, records, from);
    }

    /** Whether nothing is waited for any more. */
    public boolean isOver() {
        return awaited.isEmpty();
    }

    private Instant earlier(Instant at) {
        return at.isBefore(from) ? at : from;
    }
}
