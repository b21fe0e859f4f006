package io.itinera.contracts.erasures;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.itinera.contracts.Frozen;
import io.itinera.contracts.Wire;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What one service has erased. From then on none of its answers says anything of the person.
 *
 * @param id the erasure
 * @param workspace the tenant
 * @param service whose receipt it is
 * @param customer who was erased, after every merge
 * @param customers everyone who had become them, and they themselves; segmentation's names them
 *     all, and the others follow it
 * @param removed how much of each kind was taken out
 * @param requestedAt when it was asked for
 * @param at when it was done
 * @param filesCleanBy by when no file of the service, nor of the topics that it writes, holds any
 *     of it
 * @param more what later releases add, kept as it is
 */
@Wire
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ErasureReceipt(
        UUID id,
        String workspace,
        String service,
        UUID customer,
        List<UUID> customers,
        List<Removed> removed,
        Instant requestedAt,
        Instant at,
        Instant filesCleanBy,
        @JsonAnySetter @JsonAnyGetter Map<String, Object> more)
        implements ErasuresRecord {
    public ErasureReceipt {
        customers = Frozen.list(customers);
        removed = Frozen.list(removed);
        more = Frozen.map(more);
    }
}
