package io.itinera.segmentation;

import io.itinera.kit.problem.Problem;
import io.itinera.kit.problem.ProblemCode;
import io.itinera.kit.streams.Ask;
import io.itinera.segmentation.store.LocalPartition;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.function.Function;

/**
 * Writes files out, some rows at a time, so that one of any size needs the memory of a page. Each
 * instance writes its own; all are asked at the beginning, while the caller's token holds.
 */
@ApplicationScoped
public class Exports {
    /** How many files an instance writes at once: each keeps a thread. */
    static final int MAX_AT_ONCE = 4;

    private static final Duration RETRY = Duration.ofSeconds(10);

    private final Reading reading;
    private final Semaphore seats = new Semaphore(MAX_AT_ONCE);

    Exports(Reading reading) {
        this.reading = reading;
    }

    /** What one partition adds to a file, found before anything is written. */
    public interface Rows {
        /** Writes it, a page at a time. */
        void writeTo(OutputStream out) throws IOException;
    }

    /**
     * A file that somebody wants.
     *
     * @param head what it begins with, when nobody has begun it elsewhere
     * @param rows what a partition adds
     */
    public record Wanted(String head, Function<LocalPartition, Rows> rows) {}

    /**
     * Writes all of it.
     *
     * @throws Problem when too many are being written, or somebody's part cannot be had; nothing
     *     was written then
     */
    public void write(Wanted wanted, Ask ask, OutputStream out) throws IOException {
        if (!seats.tryAcquire()) {
            throw new Problem(
                    ProblemCode.TOO_MANY_REQUESTS,
                    "At most " + MAX_AT_ONCE + " files are written at a time",
                    RETRY);
        }
        try {
            List<Part> parts =
                    reading.openAll(ask, () -> Here.of(reading.mine(), wanted), Elsewhere::new);
            write(wanted, ask, parts, out);
        } finally {
            seats.release();
        }
    }

    private static void write(Wanted wanted, Ask ask, List<Part> parts, OutputStream out)
            throws IOException {
        try {
            if (!ask.passed()) {
                out.write(wanted.head().getBytes(StandardCharsets.UTF_8));
            }
            for (Part part : parts) {
                part.writeTo(out);
            }
        } finally {
            for (Part part : parts) {
                part.close();
            }
        }
    }

    /** What one instance has to add. */
    private interface Part extends Closeable {
        void writeTo(OutputStream out) throws IOException;
    }

    private record Elsewhere(InputStream bytes) implements Part {
        @Override
        public void writeTo(OutputStream out) throws IOException {
            bytes.transferTo(out);
        }

        @Override
        public void close() throws IOException {
            bytes.close();
        }
    }

    private record Here(List<Rows> partitions) implements Part {
        /** Finds all copies at once: one that is not here is missed before anything is written. */
        static Part of(List<LocalPartition> partitions, Wanted wanted) {
            return new Here(partitions.stream().map(wanted.rows()).toList());
        }

        @Override
        public void writeTo(OutputStream out) throws IOException {
            for (Rows rows : partitions) {
                rows.writeTo(out);
            }
        }

        @Override
        public void close() {
            // A copy that is here stays open.
        }
    }
}
