package io.itinera.contracts.quarantine;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.itinera.contracts.Wire;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A record or an event that could not be used.
 *
 * @param service who could not use it
 * @param topic the topic that it stood on; absent when it never reached one
 * @param partition the partition, likewise
 * @param offset the offset, likewise
 * @param workspace the tenant, where it is known
 * @param source the source, where it is known
 * @param reason a code such as {@code not_json} or {@code event_too_large}
 * @param detail a sentence that names what was wrong, without the value of anything personal
 * @param at when it was put aside
 * @param key the record's key, Base64
 * @param original the original bytes, Base64
 * @param refused of an event that was refused at the door, what a new judgement needs
 */
@Wire
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Quarantined(
        String service,
        @Nullable String topic,
        @Nullable Integer partition,
        @Nullable Long offset,
        @Nullable String workspace,
        @Nullable String source,
        String reason,
        String detail,
        Instant at,
        @Nullable String key,
        String original,
        @Nullable RefusedEvent refused) {}
