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
    private final long maxBytes;

    @Inject
    RecentEvents() {
        this(MAX_BYTES);
    }

    RecentEvents(long maxBytes) {
        this.maxBytes = maxBytes;
    }

    /** Takes over a request's events, in their order; the last of a large batch suffice. */
    public void add(Source source, Instant at, List<Verdict> verdicts) {
        NewestEvents newest = of(source.workspace());
        int skipped = Math.max(0, verdicts.size() - KEPT);
        for (Verdict verdict : verdicts.subList(skipped, verdicts.size())) {
            held.addAndGet(newest.add(SeenEvent.of(verdict, source, at)));
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
