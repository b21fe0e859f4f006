package io.itinera.conditions;

import java.util.Set;
import java.util.UUID;

/**
 * What can turn a condition over; all else leaves it as it is.
 *
 * @param events names of events
 * @param traits traits, by the first step of their names
 * @param segments segments that somebody may enter or leave
 * @param accountTraits traits of the account, by the first step of their names
 * @param journeys journeys that somebody may begin, finish or convert in
 * @param time whether time alone can
 */
public record Touch(
        Set<String> events,
        Set<String> traits,
        Set<String> segments,
        Set<String> accountTraits,
        Set<UUID> journeys,
        boolean time) {
    public Touch {
        events = Set.copyOf(events);
        traits = Set.copyOf(traits);
        segments = Set.copyOf(segments);
        accountTraits = Set.copyOf(accountTraits);
        journeys = Set.copyOf(journeys);
    }
}
