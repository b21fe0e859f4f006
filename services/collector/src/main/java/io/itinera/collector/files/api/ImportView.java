package io.itinera.collector.files.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.itinera.collector.files.domain.CsvMapping;
import io.itinera.collector.files.domain.Import;
import io.itinera.collector.files.domain.ImportState;
import io.itinera.collector.files.domain.Layout;
import io.itinera.collector.files.domain.Preset;
import io.itinera.collector.files.domain.Progress;
import io.itinera.collector.files.domain.RowFlaw;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An import as people see it.
 *
 * @param id the import
 * @param state how far it is
 * @param source as whose events its rows count
 * @param name what the file is called
 * @param format what its rows are
 * @param preset whose events they are, for NDJSON
 * @param mapping what its columns mean, for CSV
 * @param live whether its events count as live ones do
 * @param completeUpTo up to when nothing else will come from the source, once the file is whole
 * @param createdAt when it was announced
 * @param createdBy by whom
 * @param changedAt when its progress was last kept
 * @param bytes how many bytes of the file were read; the upload goes on at this offset
 * @param lines how many rows
 * @param accepted how many events were taken
 * @param rejected how many were not
 * @param firstErrors the first of those
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
record ImportView(
        UUID id,
        ImportState.Stage state,
        UUID source,
        String name,
        Layout.Format format,
        @Nullable Preset preset,
        @Nullable CsvMapping mapping,
        boolean live,
        @Nullable Instant completeUpTo,
        Instant createdAt,
        String createdBy,
        @Nullable Instant changedAt,
        long bytes,
        long lines,
        long accepted,
        long rejected,
        List<RowFlaw> firstErrors) {

    static ImportView of(ImportState state) {
        Import about = state.about();
        Progress progress = state.progress();
        return new ImportView(
                about.id(),
                state.stage(),
                about.source(),
                about.name(),
                about.layout().format(),
                about.layout().preset(),
                about.layout().mapping(),
                about.live(),
                about.completeUpTo(),
                about.createdAt(),
                about.createdBy(),
                state.changedAt(),
                progress.bytes(),
                progress.lines(),
                progress.accepted(),
                progress.rejected(),
                progress.firstErrors());
    }
}
