package io.itinera.contracts.erasures;

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
 * Somebody is to be erased. Segmentation begins; the others follow its receipt, which names
 * everybody who was this person.
 *
 * @param id the erasure
 * @param workspace the tenant
 * @param customer who, as known when it was asked for
 * @param hash the hash of the identity by which it was asked for, as in a suppression; absent when
 *     a customer was named
 * @param begun the customer whom that identity begins, who need not be the one who has it; absent
 *     when a customer was named
 * @param by the person who asks
 * @param at when
 * @param more what later releases add, kept as it is
 */
@Wire
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ErasureRequest(
        UUID id,
        String workspace,
        UUID customer,
        @Nullable String hash,
        @Nullable UUID begun,
        String by,
        Instant at,
        @JsonAnySetter @JsonAnyGetter Map<String, Object> more)
        implements ErasuresRecord {
    public ErasureRequest {
        more = Frozen.map(more);
    }
}
