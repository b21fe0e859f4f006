package io.itinera.collector.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import io.itinera.collector.domain.QuarantineEntry;
import io.itinera.collector.hooks.KeptDelivery;
import io.itinera.contracts.quarantine.Quarantined;
import io.itinera.contracts.quarantine.RefusedEvent;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.Base64;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Something in quarantine.
 *
 * @param id its place there
 * @param at when it was put aside
 * @param service who could not use it
 * @param source where it came from, where that is known
 * @param reason why, as a code
 * @param detail the same as a sentence
 * @param name the event's name, of an event that was refused at the door
 * @param messageId the id that it has when it is taken, likewise
 * @param replayable whether it can be judged anew
 * @param replayed whether a replay has taken it; absent when that cannot be told at the moment
 * @param event what was sent, JSON or a text of it; absent when it is too large to be shown
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
record QuarantinedItem(
        String id,
        Instant at,
        String service,
        @Nullable String source,
        String reason,
        String detail,
        @Nullable String name,
        @Nullable String messageId,
        boolean replayable,
        @Nullable Boolean replayed,
        @Schema(type = SchemaType.OBJECT) @JsonRawValue @Nullable String event) {
    private static final int MAX_SHOWN_BASE64 = 44 * 1024;

    static QuarantinedItem of(QuarantineEntry entry, @Nullable Set<String> replayed) {
        Quarantined record = entry.record();
        RefusedEvent refused = record.refused();
        return new QuarantinedItem(
                entry.place(),
                record.at(),
                record.service(),
                record.source(),
                record.reason(),
                record.detail(),
                refused == null ? null : refused.name(),
                refused == null ? null : refused.id(),
                isReplayable(record),
                replayed == null ? null : replayed.contains(entry.place()),
                original(record.original()));
    }

    private static boolean isReplayable(Quarantined record) {
        RefusedEvent refused = record.refused();
        return refused != null && (refused.event() != null || KeptDelivery.of(record).isPresent());
    }

    private static @Nullable String original(String base64) {
        if (base64.isEmpty() || base64.length() > MAX_SHOWN_BASE64) {
            return null;
        }
        try {
            return Samples.json(new String(Base64.getDecoder().decode(base64), UTF_8));
        } catch (IllegalArgumentException foreign) {
            return null;
        }
    }
}
