package io.itinera.journeys.domain;

import io.itinera.contracts.Frozen;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One customer's run through one version.
 *
 * @param start how it began
 * @param place where it waits; absent when it has ended and only its sends are watched
 * @param memory what it remembers
 * @param sends the messages that are watched
 * @param told how many transitions it has told, which numbers the next
 */
public record Enrollment(
        Start start, @Nullable Place place, Memory memory, List<Asked> sends, int told) {
    /** The most that one customer has at a time. */
    public static final int MAX = 50;

    public Enrollment {
        sends = Frozen.list(sends);
    }

    /** The run's id. */
    public UUID id() {
        return start.enrollment();
    }

    /** True until it has ended. */
    public boolean inside() {
        return place != null;
    }

    /** When time alone will do something to it next. */
    public Optional<Instant> dueAt() {
        Stream<Instant> sendsDue = sends.stream().map(Asked::dueAt);
        Stream<Instant> placeDue = Stream.ofNullable(place).map(Place::dueAt);
        return Stream.concat(placeDue, sendsDue).min(Comparator.naturalOrder());
    }

    /** True when nothing about it matters any more. */
    boolean forgettable() {
        return place == null && sends.isEmpty();
    }

    boolean sameRun(UUID journey, @Nullable String key) {
        return start.journey().equals(journey) && Objects.equals(start.key(), key);
    }
}
