package io.itinera.collector.files.api;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.itinera.collector.files.DryRun;
import io.itinera.collector.files.domain.RowFlaw;
import io.itinera.collector.wire.EventJson;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What an import would make of the beginning of its file.
 *
 * @param columns the names of a CSV file's columns, in their order
 * @param lines how many rows were read
 * @param events the first events, as they would be
 * @param errors the first errors
 */
@RegisterForReflection
record DryRunView(List<String> columns, long lines, List<Line> events, List<RowFlaw> errors) {

    /**
     * An event.
     *
     * @param line the line at which its row begins
     * @param event what would be kept
     */
    @RegisterForReflection
    record Line(long line, @Schema(type = SchemaType.OBJECT) @JsonRawValue String event) {
        static Line of(DryRun.Line line) {
            return new Line(
                    line.line(), new String(EventJson.of(line.event()), StandardCharsets.UTF_8));
        }
    }

    static DryRunView of(DryRun run) {
        return new DryRunView(
                run.columns(),
                run.lines(),
                run.events().stream().map(Line::of).toList(),
                run.errors());
    }
}
