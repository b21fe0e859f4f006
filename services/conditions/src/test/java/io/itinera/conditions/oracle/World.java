package io.itinera.conditions.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * All that is true of one customer.
 *
 * @param customer their id
 * @param traits an object
 * @param account an object
 * @param event the properties of the event in question
 * @param trigger the properties of the event that started the enrollment
 * @param triggeredAt when that occurred
 * @param told what we were told they did, in the order in which we were told; some of it twice
 * @param segments the segments that they are in
 * @param journeys journey and state, joined by a slash
 */
public record World(
        String customer,
        JsonNode traits,
        JsonNode account,
        JsonNode event,
        JsonNode trigger,
        long triggeredAt,
        List<Told> told,
        Set<String> segments,
        Set<String> journeys) {

    /**
     * Something that we were told.
     *
     * @param id the same for the same event, however often we are told
     * @param name its name
     * @param at when it occurred, in milliseconds since 1970
     * @param properties an object
     */
    public record Told(String id, String name, long at, JsonNode properties) {}

    /** What happened, each thing once. */
    List<Told> happened() {
        Set<String> known = new HashSet<>();
        List<Told> once = new ArrayList<>();
        for (Told each : told) {
            if (known.add(each.id())) {
                once.add(each);
            }
        }
        return once;
    }
}
