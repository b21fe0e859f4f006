package io.itinera.collector.files.api;

import io.itinera.collector.files.domain.CsvMapping;
import io.itinera.collector.files.domain.Import;
import io.itinera.collector.files.domain.Layout;
import io.itinera.collector.files.domain.Preset;
import io.itinera.kit.ids.Ids;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file that is to come.
 *
 * @param source as whose events its rows count
 * @param name what the file is called; rows without an id get one from it
 * @param format what its rows are
 * @param preset whose events they are, for NDJSON; Segment's unless told otherwise
 * @param mapping what its columns mean, for CSV
 * @param live whether its events count as live ones do; they do not unless told
 * @param completeUpTo up to when nothing else will come from the source, once the file is whole
 */
@RegisterForReflection
record ImportRequest(
        UUID source,
        String name,
        Layout.Format format,
        @Nullable Preset preset,
        @Nullable CsvMapping mapping,
        @Nullable Boolean live,
        @Nullable Instant completeUpTo) {
    private static final int MAX_NAME_LENGTH = 200;

    ImportRequest {
        if (name.isBlank() || name.length() > MAX_NAME_LENGTH || name.indexOf(0) >= 0) {
            throw new IllegalArgumentException(
                    "the name must have 1 to " + MAX_NAME_LENGTH + " characters");
        }
        var _ = new Layout(format, preset, mapping);
    }

    Import by(String person, String workspace, Instant now) {
        return new Import(
                Ids.v7(),
                workspace,
                source,
                name,
                new Layout(format, preset, mapping),
                Boolean.TRUE.equals(live),
                completeUpTo,
                now,
                person);
    }
}
