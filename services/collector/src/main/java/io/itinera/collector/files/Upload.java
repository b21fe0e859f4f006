package io.itinera.collector.files;

import io.itinera.collector.files.domain.Import;
import io.itinera.collector.files.domain.ImportState.Stage;
import io.itinera.collector.files.domain.Position;
import io.itinera.collector.files.domain.Progress;
import io.itinera.collector.files.domain.RowFlaw;
import io.itinera.kit.problem.Problem;
import io.itinera.kit.problem.ProblemCode;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;

/**
 * Reads some of a file. Never more than a window, of it or of what its events became, waits for the
 * broker; the place is kept only when the broker has all that stands before it, so that whatever
 * breaks, nothing is left out and what is read twice has the same ids.
 */
final class Upload {
    private static final int BLOCK_BYTES = 64 * 1024;
    private static final Duration RETRY_AFTER = Duration.ofSeconds(2);

    private final Outlet outlet;
    private final Keeper keeper;
    private final long window;
    private final FileReading reading;
    private Progress progress;
    private long keptBytes;
    private long publishedBytes;

    /**
     * @param from how far the file was read before
     * @param window so many bytes of it are read before the place is kept, and so many bytes of
     *     events are published before the broker has them
     */
    Upload(
            Import file,
            Progress from,
            Position position,
            Outlet outlet,
            Keeper keeper,
            long window) {
        this.outlet = outlet;
        this.keeper = keeper;
        this.window = window;
        this.reading = new FileReading(file, position, outlet::judge, this::publish);
        this.progress = from;
        this.keptBytes = from.bytes();
    }

    /** Keeps how far a file is read. */
    @FunctionalInterface
    interface Keeper {
        /**
         * Keeps it, or throws.
         *
         * @throws Problem when it cannot be kept
         */
        void keep(Progress progress, Position position, Stage stage);
    }

    /**
     * Reads a body to its end.
     *
     * @param offset where in the file it begins; what was read before is passed over
     * @throws Problem when it could not be read to its end
     */
    void read(InputStream body, long offset) {
        byte[] block = new byte[BLOCK_BYTES];
        try {
            skip(body, progress.bytes() - offset, block);
            for (int read = body.read(block); read >= 0; read = body.read(block)) {
                take(block, read);
            }
        } catch (IOException broken) {
            keep(Stage.open);
            throw new Problem(
                    ProblemCode.BAD_REQUEST,
                    "The body broke off at byte %d of the file".formatted(progress.bytes()));
        }
        keep(Stage.open);
    }

    /**
     * There is no more of the file.
     *
     * @throws Problem when it could not be read to its end
     */
    void end() {
        outlet.begin();
        reading.end();
        refuseUnusable();
        keep(Stage.finished);
    }

    private static void skip(InputStream body, long bytes, byte[] block) throws IOException {
        long left = bytes;
        while (left > 0) {
            int read = body.read(block, 0, (int) Math.min(left, block.length));
            if (read < 0) {
                return;
            }
            left -= read;
        }
    }

    private void take(byte[] block, int length) {
        outlet.begin();
        reading.feed(block, length);
        progress = progress.plusBytes(length);
        refuseUnusable();
        if (progress.bytes() - keptBytes >= window) {
            keep(Stage.open);
        }
    }

    private void publish(List<Judged> rows) {
        for (Judged row : rows) {
            List<RowFlaw> flaws = row.flaws();
            progress = progress.plusRow(row.verdicts().size() - flaws.size(), flaws);
            publishedBytes += row.bytes();
        }
        outlet.publish(rows);
        if (publishedBytes >= window) {
            awaitTaken();
        }
    }

    private void refuseUnusable() {
        RowFlaw unusable = reading.unusable();
        if (unusable != null) {
            fail(unusable);
        }
    }

    private void fail(RowFlaw unusable) {
        progress = progress.plusError(unusable);
        keep(Stage.failed);
        throw unusable(unusable);
    }

    private void keep(Stage stage) {
        awaitTaken();
        keeper.keep(progress, reading.position(), stage);
        keptBytes = progress.bytes();
    }

    private void awaitTaken() {
        if (!outlet.isTaken()) {
            throw new Problem(
                    ProblemCode.UNAVAILABLE,
                    "The events cannot be kept at the moment: go on at byte " + keptBytes,
                    RETRY_AFTER);
        }
        publishedBytes = 0;
    }

    private static Problem unusable(RowFlaw flaw) {
        String column = flaw.column();
        return new Problem(
                ProblemCode.FLAWED,
                "Line %d%s: %s"
                        .formatted(
                                flaw.line(),
                                column == null ? "" : ", column " + column,
                                flaw.detail()));
    }
}
