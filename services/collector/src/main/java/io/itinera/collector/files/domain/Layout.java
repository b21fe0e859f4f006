package io.itinera.collector.files.domain;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.jspecify.annotations.Nullable;

/**
 * How a file is written.
 *
 * @param format what its rows are
 * @param preset whose events they are, for NDJSON
 * @param mapping what its columns mean, for CSV
 */
@RegisterForReflection
public record Layout(Format format, @Nullable Preset preset, @Nullable CsvMapping mapping) {
    /** What a row is. */
    public enum Format {
        ndjson,
        csv
    }

    public Layout {
        if (format == Format.csv && mapping == null) {
            throw new IllegalArgumentException("a CSV file needs a mapping of its columns");
        }
        if (format == Format.csv && preset != null) {
            throw new IllegalArgumentException("presets are for NDJSON");
        }
        if (format == Format.ndjson && mapping != null) {
            throw new IllegalArgumentException("a mapping is for CSV");
        }
        if (format == Format.ndjson && preset == null) {
            preset = Preset.SEGMENT;
        }
    }
}
