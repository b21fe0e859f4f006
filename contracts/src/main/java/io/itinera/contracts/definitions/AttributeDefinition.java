package io.itinera.contracts.definitions;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.itinera.contracts.Frozen;
import io.itinera.contracts.Wire;
import io.itinera.contracts.attribute.AttributeRule;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * One immutable version of a trait that the workspace derives. It is published, and computed over
 * everyone, as a segment is; a {@link SegmentHead} says which version holds.
 *
 * @param id the attribute
 * @param version from 1, without gaps
 * @param workspace the tenant
 * @param name the trait's name
 * @param rule how it follows from what is known
 * @param publishedAt when this version was published
 * @param more what later releases add, kept as it is
 */
@Wire
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record AttributeDefinition(
        UUID id,
        int version,
        String workspace,
        String name,
        AttributeRule rule,
        Instant publishedAt,
        @JsonAnySetter @JsonAnyGetter Map<String, Object> more)
        implements SegmentsRecord {
    public AttributeDefinition {
        more = Frozen.map(more);
    }
}
