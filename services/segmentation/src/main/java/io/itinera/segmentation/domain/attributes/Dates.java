package io.itinera.segmentation.domain.attributes;

import io.itinera.conditions.Conditions;
import io.itinera.conditions.History.Occurrence;
import io.itinera.contracts.attribute.DateSource;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The dates that reminders go by, as far as is known now. */
final class Dates {
    /** For how long a date that has come can still be told as such. */
    static final Duration TELLABLE = Duration.ofDays(1);

    private static final int HASH_BITS = 24;
    private static final int HASH = (1 << HASH_BITS) - 1;

    /** How many slots of a customer are looked at, those set last. */
    static final int MAX_SLOTS = 200;

    private Dates() {}

    /**
     * A date.
     *
     * @param at when it is
     * @param of what it is the date of: a slot's id, or nothing for a trait
     * @param particulars what is told with it
     */
    record Date(Instant at, String of, Map<String, Object> particulars) {
        /** Tells it from other dates; the seconds come first, so that sooner dates are less. */
        long name() {
            return (at.getEpochSecond() << HASH_BITS) | (of.hashCode() & HASH);
        }
    }

    /** Whether nobody is told of a date any more. */
    static boolean isOver(long name, Instant now) {
        return Instant.ofEpochSecond(name >> HASH_BITS).plus(TELLABLE).isBefore(now);
    }

    static List<Date> of(DateSource source, Sight sight) {
        return switch (source) {
            case DateSource.Trait trait -> ofTrait(trait.name(), sight);
            case DateSource.Slot slot -> ofSlots(slot, sight);
        };
    }

    private static List<Date> ofTrait(String trait, Sight sight) {
        Instant at = Conditions.moment(Conditions.value(sight.subject().traits(), trait));
        return at == null ? List.of() : List.of(new Date(at, "", Map.of("trait", trait)));
    }

    /** The latest event for an id says when it is, unless one that ends it came at or after it. */
    private static List<Date> ofSlots(DateSource.Slot slot, Sight sight) {
        Map<Object, Occurrence> set = new LinkedHashMap<>();
        Occurrences.ever(slot.event())
                .scan(
                        sight,
                        it -> {
                            remember(it, slot.id(), set);
                            return set.size() < MAX_SLOTS;
                        });
        if (set.isEmpty()) {
            return List.of();
        }
        Map<Object, Occurrence> ended = new HashMap<>();
        for (String event : slot.endedBy()) {
            Map<Object, Occurrence> latest = new HashMap<>();
            Occurrences.ever(event)
                    .scan(
                            sight,
                            it -> {
                                remember(it, slot.id(), latest);
                                return true;
                            });
            latest.forEach((id, it) -> ended.merge(id, it, Dates::later));
        }
        return set.entrySet().stream()
                .filter(it -> !isEnded(it.getValue(), ended.get(it.getKey())))
                .flatMap(it -> date(slot, it.getValue()).stream())
                .toList();
    }

    private static void remember(Occurrence it, String id, Map<Object, Occurrence> latest) {
        Object value = Conditions.value(it.properties(), id);
        if (value instanceof String || value instanceof Number) {
            latest.putIfAbsent(value.toString(), it);
        }
    }

    private static Occurrence later(Occurrence left, Occurrence right) {
        return left.occurredAt().isBefore(right.occurredAt()) ? right : left;
    }

    private static boolean isEnded(Occurrence set, @Nullable Occurrence end) {
        return end != null && !end.occurredAt().isBefore(set.occurredAt());
    }

    private static List<Date> date(DateSource.Slot slot, Occurrence it) {
        Instant at = Conditions.moment(Conditions.value(it.properties(), slot.at()));
        Object id = Conditions.value(it.properties(), slot.id());
        return at == null
                ? List.of()
                : List.of(new Date(at, String.valueOf(id), new TreeMap<>(it.properties())));
    }
}
