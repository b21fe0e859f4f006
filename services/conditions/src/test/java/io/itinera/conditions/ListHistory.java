package io.itinera.conditions;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** A history held in a list. */
record ListHistory(List<Done> events) implements History {
    record Done(String name, Instant at, Map<String, Object> properties) {}

    @Override
    public void scan(String event, Instant from, Predicate<Occurrence> visitor) {
        List<Done> newestFirst =
                events.stream()
                        .filter(done -> done.name().equals(event) && !done.at().isBefore(from))
                        .sorted(Comparator.comparing(Done::at).reversed())
                        .toList();
        for (Done done : newestFirst) {
            if (!visitor.test(new Occurrence(done.at(), done.properties()))) {
                return;
            }
        }
    }
}
