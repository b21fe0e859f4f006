package io.itinera.collector.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import io.itinera.collector.domain.PlannedEvent;
import io.itinera.collector.domain.Tally;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An event's name as a list shows it.
 *
 * @param name the name; empty for refused events without one, {@code $other} for names beyond the
 *     limit
 * @param planned whether the plan has it
 * @param description what it means, when the plan says
 * @param updatedAt when the plan was written there
 * @param firstSeen when the first of them was received
 * @param lastSeen when the last was received
 * @param volume how many came in
 * @param accepted how many of them were taken
 * @param warned how many of those were taken although they are not what the plan says
 * @param rejected how many were refused
 * @param sample the newest that was kept, as sent
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
record PlanItem(
        String name,
        boolean planned,
        @Nullable String description,
        @Nullable Instant updatedAt,
        @Nullable Instant firstSeen,
        @Nullable Instant lastSeen,
        long volume,
        long accepted,
        long warned,
        long rejected,
        @Schema(type = SchemaType.OBJECT) @JsonRawValue @Nullable String sample) {

    static PlanItem of(PlannedEvent event) {
        PlannedEvent.Definition definition = event.definition();
        Tally seen = event.seen();
        if (seen == null) {
            return new PlanItem(
                    event.name(),
                    definition != null,
                    definition == null ? null : definition.description(),
                    definition == null ? null : definition.updatedAt(),
                    null,
                    null,
                    0,
                    0,
                    0,
                    0,
                    null);
        }
        return new PlanItem(
                event.name(),
                definition != null,
                definition == null ? null : definition.description(),
                definition == null ? null : definition.updatedAt(),
                seen.firstSeen(),
                seen.lastSeen(),
                seen.accepted() + seen.rejected(),
                seen.accepted(),
                seen.warned(),
                seen.rejected(),
                Samples.json(seen.sample()));
    }
}
