package io.itinera.contracts.erasures;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.itinera.contracts.Frozen;
import io.itinera.contracts.Wire;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * A person who was erased is let in again: what they do from now on is taken. What was erased stays
 * so.
 *
 * @param id the erasure
 * @param workspace the tenant
 * @param customer who was erased, as the receipt names them
 * @param by the person who says so
 * @param at when; what was received earlier is not taken
 * @param more what later releases add, kept as it is
 */
@Wire
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ErasureLift(
        UUID id,
        String workspace,
        UUID customer,
        String by,
        Instant at,
        @JsonAnySetter @JsonAnyGetter Map<String, Object> more)
        implements ErasuresRecord {
    public ErasureLift {
        more = Frozen.map(more);
    }
}
