package io.itinera.conditions;

import io.itinera.conditions.History.Occurrence;
import io.itinera.contracts.condition.Window;
import java.time.Instant;
import java.util.Map;
import java.util.function.Predicate;
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
     * Shows what passes a filter, newest first, among the newest {@value Conditions#MAX_READ}
     * events of a name.
     *
     * @param visitor says whether it wants to see the next
     */
    void scan(String event, Instant from, Filter where, Predicate<Occurrence> visitor) {
        history.scan(event, from, new Limited(event, where, visitor));
    }

    private final class Limited implements Predicate<Occurrence> {
        private final String event;
        private final Filter where;
        private final Predicate<Occurrence> visitor;
        private int read;

        private Limited(String event, Filter where, Predicate<Occurrence> visitor) {
            this.event = event;
            this.where = where;
            this.visitor = visitor;
        }

        @Override
        public boolean test(Occurrence occurrence) {
            read++;
            boolean wantsMore = !where.passes(occurrence.properties(), trigger) || show(occurrence);
            return wantsMore && read < Conditions.MAX_READ;
        }

        private boolean show(Occurrence occurrence) {
            if (sightings != null) {
                sightings.saw(event, occurrence);
            }
            return visitor.test(occurrence);
        }
    }
}
