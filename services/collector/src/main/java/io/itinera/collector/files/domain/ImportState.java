package io.itinera.collector.files.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where an import stands.
 *
 * @param about what is imported
 * @param stage how far it is
 * @param progress what has come of it so far
 * @param changedAt when its progress was last kept
 */
public record ImportState(
        Import about, Stage stage, Progress progress, @Nullable Instant changedAt) {
    /** How far an import is. */
    public enum Stage {
        /** Waits for bytes. */
        open,
        /** Bytes are being read. */
        receiving,
        /** The whole file was read. */
        finished,
        /** The file cannot be read on. */
        failed
    }
}
