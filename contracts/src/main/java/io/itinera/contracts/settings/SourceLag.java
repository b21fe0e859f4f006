package io.itinera.contracts.settings;

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
 * How late a source's events are, for display. It stands on the topic of the sources under a key of
 * its own ({@link io.itinera.contracts.Keys#sourceLag}).
 *
 * @param workspace the tenant
 * @param source whose events
 * @param events how many live events the quantiles are of, over seven days
 * @param p50Ms the lag that half of them did not exceed, in milliseconds, never less than it was
 *     and at most 3.2 % more; absent when there are none
 * @param p99Ms likewise, that 99 of 100 did not exceed
 * @param watermark up to when its events are likely all here; absent when it has been silent
 * @param completeUpTo what the source declared itself, when that is the watermark's reason
 * @param at when this was so
 * @param more what later releases add, kept as it is
 */
@Wire
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record SourceLag(
        String workspace,
        UUID source,
        long events,
        @Nullable Long p50Ms,
        @Nullable Long p99Ms,
        @Nullable Instant watermark,
        @Nullable Instant completeUpTo,
        Instant at,
        @JsonAnySetter @JsonAnyGetter Map<String, Object> more) {
    public SourceLag {
        more = Frozen.map(more);
    }
}
