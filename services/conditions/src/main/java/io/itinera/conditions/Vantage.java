package io.itinera.conditions;

import io.itinera.conditions.History.Occurrence;
import io.itinera.contracts.condition.Window;
import java.time.Instant;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What a customer did, as it is seen from one moment, and for one enrollment.
 *
 * @param history what they did. All of it has happened: an event whose clock is ahead of now counts
 * @param trigger the properties of the event that started the enrollment; empty where there is none
 * @param triggeredAt when that event occurred; needed by a window that starts there
 * @param now the moment, in whole milliseconds
 * @param sightings notes what counts; null where nobody asks why
 */
public record Vantage(
        History history,
        Map<String, Object> trigger,
        @Nullable Instant triggeredAt,
        Instant now,
        @Nullable Sightings sightings) {

    /** Seen by somebody who does not ask why. */
    public Vantage(
            History history,
            Map<String, Object> trigger,
            @Nullable Instant triggeredAt,
            Instant now) {
        this(history, trigger, triggeredAt, now, null);
    }

    /** Seen without any enrollment, as segments see it. */
    public static Vantage of(History history, Instant now) {
        return new Vantage(history, Map.of(), null, now);
    }

    /** The same, noting what counts. */
    Vantage watched(Sightings noting) {
        return new Vantage(history, trigger, triggeredAt, now, noting);
    }

    /** Tells whoever asks why which value a question tested. */
    void measured(@Nullable Object value) {
        if (sightings != null) {
            sightings.measured(value);
        }
    }

    /**
     * The earliest moment that a window holds.
     *
     * @throws IllegalArgumentException when the window starts at the trigger and there is none
     */
    Instant start(@Nullable Window window) {
        return switch (window) {
            case null -> Instant.EPOCH;
            case Window.Last last -> now.minus(last.length()).plusMillis(1);
            case Window.Since since -> {
                if (triggeredAt == null) {
                    throw new IllegalArgumentException(
                            "a window since the trigger was asked without one");
                }
                yield triggeredAt;
            }
        };
    }

    /**
     * What matches a measure. The events themselves are looked at only for somebody who asks why,
     * or where it takes the trigger to tell which match.
     */
    Matches matches(Measure measure, Reach reach) {
        return sightings == null && !measure.bound()
                ? history.matches(measure, reach)
                : walk(measure, reach, _ -> {});
    }

    /** Shows each event that matches, newest first, as far as any question reads. */
    void scan(Measure measure, Instant from, Consumer<Occurrence> visitor) {
        walk(measure, Reach.since(from), visitor);
    }

    private Matches walk(Measure measure, Reach reach, Consumer<Occurrence> visitor) {
        return Walk.through(
                history,
                measure,
                reach,
                trigger,
                occurrence -> {
                    if (sightings != null) {
                        sightings.saw(measure.event(), occurrence);
                    }
                    visitor.accept(occurrence);
                });
    }
}
