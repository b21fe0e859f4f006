package io.itinera.collector.hooks.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonValue;
import io.itinera.collector.domain.NormalEvent;
import io.itinera.collector.domain.Verdict;
import io.itinera.collector.hooks.DryRun;
import io.itinera.collector.hooks.domain.Mapped;
import io.itinera.collector.hooks.domain.Place;
import io.itinera.collector.wire.EventJson;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What would become of a delivery.
 *
 * @param outcome whether there are events, it is passed over, or it cannot be mapped
 * @param events as they would be kept
 * @param refused what the mapping yields and would not be taken
 * @param error why it cannot be mapped; absent when it can
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
record DryRunView(
        DryRun.Outcome outcome, List<Kept> events, List<Refused> refused, @Nullable Failure error) {

    /**
     * An event as it would stand on the events topic.
     *
     * @param json all of it
     */
    @RegisterForReflection
    @Schema(type = SchemaType.OBJECT)
    record Kept(@JsonValue @JsonRawValue String json) {
        static Kept of(NormalEvent event) {
            return new Kept(new String(EventJson.of(event), UTF_8));
        }
    }

    /**
     * An event that would not be taken.
     *
     * @param index which of those that the mapping yields, from 0
     * @param reason as a code
     * @param detail the same as a sentence
     */
    @RegisterForReflection
    record Refused(int index, String reason, String detail) {
        static Refused of(Verdict.Refused refused) {
            return new Refused(
                    refused.index(), refused.flaw().reason().code(), refused.flaw().detail());
        }
    }

    /**
     * Why a delivery cannot be mapped.
     *
     * @param detail a sentence
     * @param line in the mapping, from 1; absent when it is not known
     * @param column in the mapping, from 1; absent when it is not known
     */
    @RegisterForReflection
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Failure(String detail, @Nullable Integer line, @Nullable Integer column) {
        static Failure of(Mapped.Failed failed) {
            Place place = failed.place();
            return new Failure(
                    failed.explanation(),
                    place.isKnown() ? place.line() : null,
                    place.isKnown() ? place.column() : null);
        }
    }

    static DryRunView of(DryRun run) {
        Mapped.Failed failed = run.failed();
        return new DryRunView(
                run.outcome(),
                run.events().stream().map(Kept::of).toList(),
                run.refused().stream().map(Refused::of).toList(),
                failed == null ? null : Failure.of(failed));
    }
}
