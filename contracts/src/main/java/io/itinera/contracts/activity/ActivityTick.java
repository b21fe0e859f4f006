package io.itinera.contracts.activity;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.itinera.contracts.Wire;
import java.time.Instant;
import java.util.Map;

/**
 * Time on a partition of activity: everything that was received before it stands before it.
 *
 * @param at the smallest of the ticks that the partition's inputs have reached
 * @param watermarks by source, the time up to which its events are likely all here, which never
 *     goes back and moves in steps of ten seconds. At most {@value #MAX_WATERMARKS} of those that
 *     have moved, first the ones that are furthest behind: a source that is absent stands where it
 *     stood
 */
@Wire
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ActivityTick(Instant at, Map<String, Instant> watermarks) implements ActivityRecord {
    /** The most watermarks of one tick. */
    public static final int MAX_WATERMARKS = 100;

    public ActivityTick {
        watermarks = watermarks == null ? Map.of() : Map.copyOf(watermarks);
    }
}
