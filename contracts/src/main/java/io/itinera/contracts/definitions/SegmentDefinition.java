package io.itinera.contracts.definitions;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.itinera.contracts.Frozen;
import io.itinera.contracts.Wire;
import io.itinera.contracts.condition.Condition;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * One immutable version of a segment.
 *
 * @param id the segment
 * @param version from 1, without gaps
 * @param workspace the tenant
 * @param name what people call it
 * @param condition who is in it
 * @param publishedAt when this version was published
 * @param more what later releases add, kept as it is
 */
@Wire
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record SegmentDefinition(
        UUID id,
        int version,
        String workspace,
        String name,
        Condition condition,
        Instant publishedAt,
        @JsonAnySetter @JsonAnyGetter Map<String, Object> more)
        implements SegmentsRecord {
    public SegmentDefinition {
        more = Frozen.map(more);
    }
}
