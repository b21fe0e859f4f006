package io.itinera.segmentation;

import io.itinera.kit.problem.Problem;
import io.itinera.kit.problem.ProblemCode;
import io.itinera.kit.streams.Ask;
import io.itinera.segmentation.domain.customer.Customer;
import io.itinera.segmentation.store.CustomerView;
import io.itinera.segmentation.store.LocalPartition;
import io.itinera.segmentation.store.LookupView;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Writes the members of a segment out, some at a time, so that a file of any size needs the memory
 * of a page. Each instance writes its own; all are asked at the beginning, while the caller's token
 * holds.
 */
@ApplicationScoped
public class Exports {
    /** How many files an instance writes at once: each keeps a thread. */
    static final int MAX_AT_ONCE = 4;

    private static final int PAGE = 200;
    private static final Duration RETRY = Duration.ofSeconds(10);

    private final Reading reading;
    private final Semaphore seats = new Semaphore(MAX_AT_ONCE);

    Exports(Reading reading) {
        this.reading = reading;
    }

    /**
     * A file that somebody wants.
     *
     * @param workspace the tenant
     * @param segment whose members
     * @param head what it begins with, when nobody has begun it elsewhere
     * @param row a member's bytes; none for one who has left meanwhile
     */
    public record Wanted(
            String workspace, String segment, String head, Function<Customer, byte[]> row) {}

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

    /** One partition's members, and who they are. */
    private record Members(LookupView lookups, CustomerView customers) {}

    private record Here(List<Members> partitions, Wanted wanted) implements Part {
        /** Finds all copies at once: one that is not here is missed before anything is written. */
        static Part of(List<LocalPartition> partitions, Wanted wanted) {
            return new Here(
                    partitions.stream()
                            .map(it -> new Members(it.lookups(), it.customers()))
                            .toList(),
                    wanted);
        }

        @Override
        public void writeTo(OutputStream out) throws IOException {
            for (Members partition : partitions) {
                UUID last = page(partition, null, out);
                while (last != null) {
                    last = page(partition, last, out);
                }
            }
        }

        /** The last of the page; null when there is none. */
        private @Nullable UUID page(Members partition, @Nullable UUID after, OutputStream out)
                throws IOException {
            String workspace = wanted.workspace();
            List<UUID> page = partition.lookups().members(workspace, wanted.segment(), after, PAGE);
            for (UUID member : page) {
                if (partition.customers().find(workspace, member).orElse(null)
                        instanceof Customer customer) {
                    out.write(wanted.row().apply(customer));
                }
            }
            return page.isEmpty() ? null : page.getLast();
        }

        @Override
        public void close() {
            // A copy that is here stays open.
        }
    }
}
