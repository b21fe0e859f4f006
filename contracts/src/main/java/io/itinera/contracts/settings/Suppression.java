package io.itinera.contracts.settings;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.itinera.contracts.Frozen;
import io.itinera.contracts.Wire;
import java.time.Instant;
import java.util.Map;

/**
 * An identity whose events are not to be taken any more, because its customer was erased.
 *
 * @param workspace the tenant
 * @param hash SHA-256 of {@link io.itinera.contracts.Keys#identity}, in lower-case hexadecimal
 * @param since when it was suppressed
 * @param more what later releases add, kept as it is
 */
@Wire
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Suppression(
        String workspace,
        String hash,
        Instant since,
        @JsonAnySetter @JsonAnyGetter Map<String, Object> more) {
    public Suppression {
        more = Frozen.map(more);
    }
}
