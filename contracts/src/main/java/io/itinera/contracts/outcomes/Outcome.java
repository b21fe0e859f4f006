package io.itinera.contracts.outcomes;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.itinera.contracts.Cause;
import io.itinera.contracts.Frozen;
import io.itinera.contracts.Wire;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was done with a customer.
 *
 * @param id unique; the same outcome told twice has the same id
 * @param workspace the tenant
 * @param customer who it was done with, as known then; a merge since is followed by segmentation
 * @param name what it was
 * @param properties the particulars
 * @param occurredAt when
 * @param cause the enrollment behind it, when there is one
 * @param hops how many outcomes led to one another without a wait of a day between; the 17th is
 *     refused
 * @param more what later releases add, kept as it is
 */
@Wire
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Outcome(
        String id,
        String workspace,
        UUID customer,
        OutcomeName name,
        Map<String, Object> properties,
        Instant occurredAt,
        @Nullable Cause cause,
        @JsonInclude(JsonInclude.Include.ALWAYS) int hops,
        @JsonAnySetter @JsonAnyGetter Map<String, Object> more) {

    /** The most outcomes that may lead to one another. */
    public static final int MAX_HOPS = 16;

    private static final String JOURNEY = "journey";

    public Outcome {
        properties = Frozen.map(properties);
        more = Frozen.map(more);
    }

    /**
     * The particulars as conditions see them: with the journey behind it, when there is one and
     * they do not say another.
     */
    public Map<String, Object> particulars() {
        if (cause == null || properties.containsKey(JOURNEY)) {
            return properties;
        }
        Map<String, Object> known = new TreeMap<>(properties);
        known.put(JOURNEY, cause.journey().toString());
        return Frozen.map(known);
    }
}
