package io.itinera.contracts.definitions;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.itinera.contracts.Frozen;
import io.itinera.contracts.Wire;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * One immutable version of a journey.
 *
 * @param id the journey
 * @param version from 1, without gaps
 * @param workspace the tenant
 * @param publishedAt when this version was published
 * @param plan what it does
 * @param more what later releases add, kept as it is
 */
@Wire
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record JourneyDefinition(
        UUID id,
        int version,
        String workspace,
        Instant publishedAt,
        JourneyPlan plan,
        @JsonAnySetter @JsonAnyGetter Map<String, Object> more)
        implements JourneysRecord {
    public JourneyDefinition {
        more = Frozen.map(more);
    }
}
