package io.itinera.loadtests.chaos;

import io.itinera.loadtests.Target;
import io.itinera.loadtests.checker.Audit;
import io.itinera.loadtests.checker.Judgement;
import io.itinera.loadtests.checker.Reach;
import io.itinera.loadtests.checker.Sinks;
import io.itinera.loadtests.checker.Slices;
import io.itinera.loadtests.ledger.Ledger;
import io.itinera.loadtests.ledger.LedgerFiles;
import io.itinera.loadtests.ledger.Slice;
import io.itinera.loadtests.ledger.Tally;
import io.itinera.loadtests.ledger.Tenant;
import io.itinera.loadtests.ledger.Traffic;
import io.itinera.loadtests.ledger.Workload;
import io.itinera.stack.demo.DemoWorkspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * Senders, the ledgers that they write, and the topics from the moment before they began: what a
 * scenario breaks something under, and has judged in the end.
 */
final class Trial implements AutoCloseable {
    /** How long nothing may come out while something is awaited. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private static final Duration LOOK_EVERY = Duration.ofMillis(250);
    private static final Duration AFTERMATH = Duration.ofSeconds(2);
    private static final String TOPICS = "itinera.";

    /**
     * What a byte of a ledger takes when it is judged, and as much again for the collector of
     * garbage.
     */
    private static final int HEAP_PER_BYTE = 4;

    private final Target target;
    private final String run;
    private final List<Tenant> tenants;
    private final Reach reach;
    private final Path directory;
    private final Sinks sinks;
    private final List<Path> files = new ArrayList<>();
    private final List<AutoCloseable> open = new ArrayList<>();
    private final List<Traffic> traffic = new ArrayList<>();
    private final List<Sender> senders = new ArrayList<>();

    /** Two workspaces of its own, so that it can be told when one gets what is the other's. */
    static List<Tenant> tenants(Target target, String name)
            throws IOException, InterruptedException {
        List<Tenant> tenants = new ArrayList<>();
        for (String which : List.of("one", "other")) {
            DemoWorkspace made = target.setup().another(name + " " + which);
            target.awaitKey(made.writeKey());
            tenants.add(new Tenant(made.id(), made.writeKey()));
        }
        return tenants;
    }

    /**
     * Begins to look, until events have come out of segmentation.
     *
     * @param run told apart from all others on this Itinera by this
     */
    Trial(Target target, String run, List<Tenant> tenants) throws IOException {
        this(target, run, tenants, Reach.ACTIVITY);
    }

    /** Begins to look, so far. */
    Trial(Target target, String run, List<Tenant> tenants, Reach reach) throws IOException {
        this.reach = reach;
        this.target = target;
        this.run = run;
        this.tenants = tenants;
        this.directory = Files.createTempDirectory("itinera-ledgers");
        this.sinks =
                Sinks.fromNowOn(
                        target.coordinates().kafka().bootstrapServers(),
                        Sinks.Topics.of(TOPICS),
                        reach);
    }

    /** The ledger of a sender that is not the trial's own. */
    Ledger ledger(String name) {
        Path file = directory.resolve(name);
        Ledger ledger = Ledger.create(file);
        files.add(file);
        open.addFirst(ledger);
        return ledger;
    }

    /** The ledger client begins to send, until {@link #judge}. */
    Traffic begin(String name, Workload workload, long seed) {
        return begin(name, workload, seed, () -> true);
    }

    /** The ledger client likewise, behind a balancer. */
    Traffic begin(String name, Workload workload, long seed, BooleanSupplier door) {
        Ledger ledger = ledger(name);
        Traffic begun = new Traffic(target.collector(""), ledger, door);
        open.addFirst(begun);
        traffic.add(begun);
        begun.begin(run + "-" + name, tenants, workload, seed);
        return begun;
    }

    /** The ledger client sends for so long. */
    Tally during(String name, Workload workload, long seed, Duration length)
            throws InterruptedException {
        Traffic begun = begin(name, workload, seed);
        Thread.sleep(length);
        begun.end();
        return begun.tally();
    }

    /** A real SDK begins to send, until {@link #judge}. */
    void begin(String sdk, int perSecond) throws IOException, InterruptedException {
        Path file = directory.resolve(sdk);
        senders.add(Sender.begin(target, tenants.getFirst(), sdk, file, run, perSecond));
        files.add(file);
    }

    /** Ends the senders, waits until what they sent has come out, and judges. */
    Judgement judge() throws IOException, InterruptedException {
        for (Sender each : senders) {
            each.end();
        }
        for (Traffic each : traffic) {
            each.end();
        }
        for (Sender each : senders) {
            each.await();
        }
        close(open);
        Slices slices = new Slices();
        for (Slice slice : Slice.all(slices())) {
            sinks.again();
            slices.add(audit(slice));
        }
        return slices.judge();
    }

    private Audit audit(Slice slice) throws IOException, InterruptedException {
        Audit audit = new Audit(LedgerFiles.read(files, slice), reach, slice);
        awaitOutcome(audit);
        Thread.sleep(AFTERMATH);
        sinks.tell(audit);
        return audit;
    }

    /** So many that what is read of one fits into memory. */
    private int slices() throws IOException {
        if (reach == Reach.ACTIVITY) {
            return 1;
        }
        long written = 0;
        for (Path file : files) {
            written += Files.size(file);
        }
        return Math.toIntExact(1 + written * HEAP_PER_BYTE / Runtime.getRuntime().maxMemory());
    }

    private void awaitOutcome(Audit audit) throws InterruptedException {
        sinks.tell(audit);
        long before = audit.outstanding();
        Instant progress = Instant.now();
        while (before > 0 && Instant.now().isBefore(progress.plus(PATIENCE))) {
            Thread.sleep(LOOK_EVERY);
            sinks.tell(audit);
            long now = audit.outstanding();
            progress = now < before ? Instant.now() : progress;
            before = now;
        }
    }

    private static void close(List<AutoCloseable> all) {
        for (AutoCloseable each : all) {
            try {
                each.close();
            } catch (Exception e) {
                throw new IllegalStateException("a sender did not end", e);
            }
        }
        all.clear();
    }

    @Override
    public void close() throws IOException {
        sinks.close();
        close(open);
        senders.forEach(Sender::close);
        for (Path file : files) {
            Files.deleteIfExists(file);
        }
        Files.delete(directory);
    }
}
