package io.itinera.collector.store;

import io.itinera.collector.domain.SeenEvent;
import io.itinera.collector.domain.Verdict;
import io.itinera.contracts.settings.Source;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** The newest events of each workspace that this instance took or refused. */
@Singleton
public final class RecentEvents {
    /** How many are kept of each workspace. */
    public static final int KEPT = 100;

    /** The most bytes that are kept of all workspaces together; the idlest are forgotten for it. */
    static final long MAX_BYTES = 16 * 1024 * 1024;

    private final Map<String, NewestEvents> byWorkspace = new ConcurrentHashMap<>();
    private final AtomicLong held = new AtomicLong();
    private final Map<String, Unshown> waiting = new ConcurrentHashMap<>();
    private final AtomicLong waitingBytes = new AtomicLong();
    private final long maxBytes;

    @Inject
    RecentEvents() {
        this(MAX_BYTES);
    }

    RecentEvents(long maxBytes) {
        this.maxBytes = maxBytes;
    }

    /**
     * Has a request's events shown soon, in their order; costs next to nothing. Unless somebody is
     * told of each, the newest suffice.
     */
    public void add(Source source, Instant at, List<Verdict> verdicts) {
        if (verdicts.isEmpty()) {
            return;
        }
        Unshown.Request request = new Unshown.Request(source, at, verdicts);
        int enough = listeners(source.workspace()) == 0 ? KEPT : Integer.MAX_VALUE;
        waiting.compute(
                source.workspace(),
                (_, before) -> {
                    Unshown unshown = before == null ? new Unshown() : before;
                    waitingBytes.addAndGet(unshown.add(request, enough));
                    return unshown;
                });
    }

    /** How many bytes stay in memory for what waits to be shown. */
    public long waitingBytes() {
        return waitingBytes.get();
    }

    /** Shows everything that waits; one thread at a time. */
    public synchronized void show() {
        for (String workspace : List.copyOf(waiting.keySet())) {
            Unshown unshown = waiting.remove(workspace);
            if (unshown != null) {
                unshown.requests().forEach(this::show);
            }
        }
    }

    private void show(Unshown.Request request) {
        waitingBytes.addAndGet(-request.bytes());
        NewestEvents newest = of(request.source().workspace());
        List<Verdict> verdicts = request.verdicts();
        int skipped = Math.max(0, verdicts.size() - KEPT);
        for (Verdict verdict : verdicts.subList(skipped, verdicts.size())) {
            held.addAndGet(newest.add(SeenEvent.of(verdict, request.source(), request.at())));
        }
        boolean isAnyLeft = true;
        while (isAnyLeft && held.get() > maxBytes) {
            isAnyLeft = forgetsTheIdlest();
        }
    }

    /** Forgets the workspace that has had no event for longest; false when there is none left. */
    private boolean forgetsTheIdlest() {
        Optional<NewestEvents> idlest =
                byWorkspace.values().stream()
                        .filter(it -> !it.isEmpty())
                        .min(Comparator.comparingLong(NewestEvents::lastAddedAt));
        idlest.ifPresent(it -> held.addAndGet(-it.clear()));
        return idlest.isPresent();
    }

    /** The newest first, at most so many. */
    public List<SeenEvent> newest(String workspace, int limit) {
        return of(workspace).newest(limit);
    }

    /** How many are told of a workspace's events now. */
    public int listeners(String workspace) {
        return of(workspace).listeners();
    }

    /**
     * Tells of each event from now on, on the thread that took it.
     *
     * @return ends the telling
     */
    public Runnable listen(String workspace, Consumer<SeenEvent> listener) {
        return of(workspace).listen(listener);
    }

    private NewestEvents of(String workspace) {
        NewestEvents known = byWorkspace.get(workspace);
        return known == null
                ? byWorkspace.computeIfAbsent(workspace, _ -> new NewestEvents())
                : known;
    }
}
