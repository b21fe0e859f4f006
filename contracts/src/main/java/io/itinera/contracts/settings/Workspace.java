package io.itinera.contracts.settings;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.itinera.contracts.Frozen;
import io.itinera.contracts.Wire;
import java.time.ZoneId;
import java.util.Map;

/**
 * A tenant's settings.
 *
 * @param id a UUID
 * @param name what people call it
 * @param zone the zone of its days, where the customer's is not known
 * @param locale the language of its messages, such as {@code ja}, where the customer's is not known
 * @param sender the address that its mail comes from
 * @param more what later releases add, kept as it is
 */
@Wire
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Workspace(
        String id,
        String name,
        ZoneId zone,
        String locale,
        String sender,
        @JsonAnySetter @JsonAnyGetter Map<String, Object> more) {
    public Workspace {
        more = Frozen.map(more);
    }
}
