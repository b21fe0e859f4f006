package io.itinera.conditions;

import io.itinera.conditions.History.Occurrence;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A step, compiled.
 *
 * @param event the name of the events that are one
 * @param where what they must satisfy
 */
record Stride(String event, Filter where) {

    /** When it was taken from a moment on, newest first; at most so often. */
    List<Instant> newest(Vantage vantage, Instant from, int enough) {
        List<Instant> times = new ArrayList<>();
        vantage.scan(
                event,
                from,
                where,
                (Occurrence occurrence) -> {
                    times.add(occurrence.occurredAt());
                    return times.size() < enough;
                });
        return times;
    }
}
