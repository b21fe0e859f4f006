package io.itinera.contracts.transitions;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.itinera.contracts.Frozen;
import io.itinera.contracts.Wire;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One step of one enrollment, or one gate's verdict on one message, with its reason.
 *
 * @param id unique; told twice, it has the same id
 * @param workspace the tenant
 * @param customer who, as known then
 * @param origin who it was when the enrollment began
 * @param journey the journey
 * @param version its version
 * @param enrollment the run; absent when entry was refused
 * @param kind what happened
 * @param node where; absent for entry and refusal
 * @param visit which visit of that node, from 1
 * @param edge the label of the edge taken, for {@code passed}
 * @param next the node that the edge leads to, for {@code passed}
 * @param reason why, as a code; for humans the web page has its words
 * @param send the send's key, when a message is involved
 * @param at when, by the partition's clock; in messaging by its own
 * @param details the particulars: the condition's values, the template, the address's domain
 * @param more what later releases add, kept as it is
 */
@Wire
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Transition(
        String id,
        String workspace,
        UUID customer,
        UUID origin,
        UUID journey,
        int version,
        @Nullable UUID enrollment,
        TransitionKind kind,
        @Nullable String node,
        int visit,
        @Nullable String edge,
        @Nullable String next,
        @Nullable String reason,
        @Nullable UUID send,
        Instant at,
        Map<String, Object> details,
        @JsonAnySetter @JsonAnyGetter Map<String, Object> more) {

    public Transition {
        details = Frozen.map(details);
        more = Frozen.map(more);
    }
}
