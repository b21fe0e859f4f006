package io.itinera.collector.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import io.itinera.collector.domain.Breach;
import io.itinera.collector.domain.Flaw;
import io.itinera.collector.domain.Headline;
import io.itinera.collector.domain.SeenEvent;
import io.itinera.collector.domain.Slice;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One event as people see it come in.
 *
 * @param at when it was received
 * @param sourceId where from
 * @param source what people call that
 * @param verdict {@code accepted} or {@code rejected}
 * @param reason why it was rejected, as a code
 * @param detail the same as a sentence
 * @param warnings where an accepted event is not what the tracking plan says; absent when nowhere
 * @param type the call
 * @param name the event's name
 * @param messageId the id it is kept under
 * @param userId the company's own id
 * @param anonymousId the device's id
 * @param event the event as sent; absent when it was larger than an event may be
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
record RecentEvent(
        Instant at,
        UUID sourceId,
        String source,
        String verdict,
        @Nullable String reason,
        @Nullable String detail,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Breach> warnings,
        @Nullable String type,
        @Nullable String name,
        @Nullable String messageId,
        @Nullable String userId,
        @Nullable String anonymousId,
        @Schema(type = SchemaType.OBJECT) @JsonRawValue @Nullable String event) {

    static RecentEvent of(SeenEvent seen) {
        Headline headline = seen.headline();
        Flaw flaw = seen.flaw();
        Slice sent = seen.sent();
        return new RecentEvent(
                seen.at(),
                seen.source().id(),
                seen.source().name(),
                flaw == null ? "accepted" : "rejected",
                flaw == null ? null : flaw.reason().code(),
                flaw == null ? null : flaw.detail(),
                seen.breaches(),
                headline.type(),
                headline.name(),
                headline.messageId(),
                headline.userId(),
                headline.anonymousId(),
                sent == null ? null : Samples.json(sent.toString()));
    }
}
