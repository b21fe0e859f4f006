package io.itinera.contracts.definitions;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.itinera.contracts.Frozen;
import io.itinera.contracts.Wire;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Which kinds of names are one person's alone in a workspace.
 *
 * @param workspace the tenant
 * @param unique kinds beside the user id and the anonymous id; where an event has several, the
 *     first says whose it is
 * @param changedAt since when that is so
 * @param changedBy who says so
 * @param more what later releases add, kept as it is
 */
@Wire
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record IdentityRules(
        String workspace,
        List<String> unique,
        Instant changedAt,
        String changedBy,
        @JsonAnySetter @JsonAnyGetter Map<String, Object> more)
        implements SegmentsRecord {
    public IdentityRules {
        unique = Frozen.list(unique);
        more = Frozen.map(more);
    }
}
