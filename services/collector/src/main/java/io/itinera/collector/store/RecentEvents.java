package io.itinera.collector.store;

import io.itinera.collector.domain.SeenEvent;
import io.itinera.collector.domain.Verdict;
import io.itinera.contracts.settings.Source;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** The newest events of each workspace that this instance took or refused. */
@Singleton
public final class RecentEvents {
    /** How many are kept of each workspace. */
    public static final int KEPT = 100;

    private final Map<String, NewestEvents> byWorkspace = new ConcurrentHashMap<>();

    /** Takes over a request's events, in their order; the last of a large batch suffice. */
    public void add(Source source, Instant at, List<Verdict> verdicts) {
        NewestEvents newest = of(source.workspace());
        int skipped = Math.max(0, verdicts.size() - KEPT);
        for (Verdict verdict : verdicts.subList(skipped, verdicts.size())) {
            newest.add(SeenEvent.of(verdict, source, at));
        }
    }

    /** The newest first, at most so many. */
    public List<SeenEvent> newest(String workspace, int limit) {
        return of(workspace).newest(limit);
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
