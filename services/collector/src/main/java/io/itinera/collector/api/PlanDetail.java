package io.itinera.collector.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.itinera.collector.domain.PlannedEvent;
import io.itinera.collector.domain.SeenSource;
import io.itinera.collector.domain.Tally;
import io.itinera.collector.plan.Plans;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One event's name with all that is known of it.
 *
 * @param item what a list shows of it
 * @param by who wrote the definition
 * @param schema the definition's JSON Schema, as it was written
 * @param sources what came in, by source
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
record PlanDetail(
        @JsonUnwrapped PlanItem item,
        @Nullable String by,
        @Schema(type = SchemaType.OBJECT) @JsonRawValue @Nullable String schema,
        List<BySource> sources) {

    static PlanDetail of(Plans.Known known) {
        PlannedEvent.Definition definition = known.event().definition();
        return new PlanDetail(
                PlanItem.of(known.event()),
                definition == null ? null : definition.by(),
                definition == null ? null : definition.schema(),
                known.sources().stream().map(BySource::of).toList());
    }

    /**
     * What came in from one source.
     *
     * @param source its id
     * @param firstSeen when the first was received
     * @param lastSeen when the last was received
     * @param accepted how many were taken
     * @param warned how many of those were not what the plan says
     * @param rejected how many were refused
     * @param sample the newest that was kept, as sent
     */
    @RegisterForReflection
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record BySource(
            UUID source,
            Instant firstSeen,
            Instant lastSeen,
            long accepted,
            long warned,
            long rejected,
            @Schema(type = SchemaType.OBJECT) @JsonRawValue @Nullable String sample) {

        static BySource of(SeenSource known) {
            Tally seen = known.seen();
            return new BySource(
                    known.source(),
                    seen.firstSeen(),
                    seen.lastSeen(),
                    seen.accepted(),
                    seen.warned(),
                    seen.rejected(),
                    Samples.json(seen.sample()));
        }
    }
}
