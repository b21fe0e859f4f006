package io.itinera.loadtests.ledger;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;

/** The ledger client: senders that run side by side until they are told to end. */
public final class Traffic implements AutoCloseable {
    private static final Duration LONGEST = Duration.ofHours(3);

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Future<?>> lanes = new ArrayList<>();
    private final AtomicBoolean ending = new AtomicBoolean();
    private final AtomicLong left = new AtomicLong(Long.MAX_VALUE);
    private final Tally tally = new Tally();
    private final URI collector;
    private final Ledger ledger;
    private final BooleanSupplier door;

    /**
     * Senders to this collector that write into this ledger.
     *
     * @param collector its base address
     */
    public Traffic(URI collector, Ledger ledger) {
        this(collector, ledger, () -> true);
    }

    /**
     * Likewise, behind a balancer.
     *
     * @param door whether a new connection may be opened now
     */
    public Traffic(URI collector, Ledger ledger, BooleanSupplier door) {
        this.collector = collector;
        this.ledger = ledger;
        this.door = door;
    }

    /** What was said so far. */
    public Tally tally() {
        return tally;
    }

    /**
     * Begins to send; the lanes belong to the tenants in turn.
     *
     * @param run told apart from other runs by this
     * @param seed where chance starts
     */
    public void begin(String run, List<Tenant> tenants, Workload workload, long seed) {
        Pace pace = Pace.of(workload);
        Instant until = Instant.now().plus(LONGEST);
        for (int i = 0; i < workload.lanes(); i++) {
            Tenant tenant = tenants.get(i % tenants.size());
            Composer composer =
                    new Composer(run + "-" + i, tenant, workload, new Random(seed * 31 + i));
            Lane lane =
                    new Lane(
                            composer,
                            new Line(collector, door),
                            tenant,
                            ledger,
                            tally,
                            pace,
                            workload.onNo(),
                            () -> !ending.get() && left.addAndGet(-workload.batch()) >= 0,
                            until);
            lanes.add(threads.submit(lane));
        }
    }

    /** Sends so many events and ends when the last is answered. */
    public void send(String run, List<Tenant> tenants, Workload workload, long seed, long events)
            throws InterruptedException {
        left.set(events);
        begin(run, tenants, workload, seed);
        join();
    }

    /** Begins nothing more, and returns when everything that was begun has been taken. */
    public void end() throws InterruptedException {
        ending.set(true);
        join();
    }

    private void join() throws InterruptedException {
        for (Future<?> lane : lanes) {
            try {
                lane.get();
            } catch (ExecutionException e) {
                throw new IllegalStateException("a sender failed", e.getCause());
            }
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
        threads.close();
    }
}
