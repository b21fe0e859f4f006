package io.itinera.conditions;

import io.itinera.conditions.History.Occurrence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a question about a customer's doings looked at: the events that counted, and a number. */
final class Sightings {
    private final Map<String, Integer> found = new HashMap<>();
    private final List<Explanation.Seen> newest = new ArrayList<>();
    private @Nullable Object measured;

    /** An event counted; those of one name come newest first. */
    void saw(String event, Occurrence occurrence) {
        saw(
                new Explanation.Seen(
                        occurrence.id(), event, occurrence.occurredAt(), occurrence.properties()));
    }

    void saw(Explanation.Seen seen) {
        if (found.merge(seen.name(), 1, Integer::sum) <= Explanation.MAX_SEEN) {
            newest.add(seen);
        }
    }

    void measured(@Nullable Object value) {
        measured = value;
    }

    @Nullable Object measured() {
        return measured;
    }

    Map<String, Integer> found() {
        return found;
    }

    /** The newest that counted, of whatever name. */
    List<Explanation.Seen> newest() {
        return newest.stream()
                .sorted(Comparator.comparing(Explanation.Seen::at).reversed())
                .distinct()
                .limit(Explanation.MAX_SEEN)
                .toList();
    }
}
