package io.itinera.contracts.activity;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.itinera.contracts.Frozen;
import io.itinera.contracts.Wire;
import io.itinera.contracts.events.Event;
import io.itinera.contracts.outcomes.Outcome;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened to a customer, once, with what it changed.
 *
 * @param id unique: the same happening read twice has the same id
 * @param workspace the tenant
 * @param customer who, after every merge so far
 * @param origin who it was when it happened; no merge changes it
 * @param cause what brought it about
 * @param at the time it is applied at: an event's receivedAt, an outcome's occurredAt, else the
 *     tick
 * @param event the event, when one caused it
 * @param outcome the outcome, when one caused it
 * @param merge who became whom, when a merge caused it
 * @param unmerge which merge was undone, when that caused it
 * @param traits the traits that it changed, with their new values; null for one that it removed
 * @param entered the segments that the customer is in since
 * @param left the segments that the customer is no longer in
 * @param answers bound conditions that were asked about this event, by their hash
 * @param derived what follows from it and has a name of its own, in order
 * @param profile what is known of the customer after it; absent when a segment was computed over
 *     everyone
 * @param more what later releases add, kept as it is
 */
@Wire
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Activity(
        String id,
        String workspace,
        UUID customer,
        UUID origin,
        ActivityCause cause,
        Instant at,
        @Nullable Event event,
        @Nullable Outcome outcome,
        @Nullable Merge merge,
        @Nullable Unmerge unmerge,
        Map<String, Object> traits,
        List<MembershipChange> entered,
        List<MembershipChange> left,
        Map<String, Boolean> answers,
        List<Derived> derived,
        @Nullable Profile profile,
        @JsonAnySetter @JsonAnyGetter Map<String, Object> more)
        implements ActivityRecord {

    public Activity {
        traits = Frozen.map(traits);
        entered = Frozen.list(entered);
        left = Frozen.list(left);
        answers = answers == null ? Map.of() : Map.copyOf(answers);
        derived = Frozen.list(derived);
        more = Frozen.map(more);
    }
}
