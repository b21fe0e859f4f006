package io.itinera.contracts.definitions;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.itinera.contracts.Frozen;
import io.itinera.contracts.Wire;
import java.time.Instant;
import java.util.Map;

/**
 * What a workspace's tracking plan says of the events of one name; the topic keeps one for each.
 *
 * @param workspace the tenant
 * @param name the event's name, such as {@code Product Added} or {@code $identify}
 * @param description what it means, for people
 * @param schema a JSON Schema (2020-12) that its properties follow, those of an identify and a
 *     group their traits; an empty one lets everything through
 * @param updatedAt when it was written
 * @param by who wrote it
 * @param more what later releases add, kept as it is
 */
@Wire
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record EventDefinition(
        String workspace,
        String name,
        String description,
        @JsonInclude(JsonInclude.Include.ALWAYS) Map<String, Object> schema,
        Instant updatedAt,
        String by,
        @JsonAnySetter @JsonAnyGetter Map<String, Object> more) {
    public EventDefinition {
        schema = Frozen.map(schema);
        more = Frozen.map(more);
    }
}
