package io.itinera.collector;

import io.itinera.collector.domain.SeenEvent;
import io.itinera.collector.domain.SeenFilter;
import io.itinera.collector.domain.Slice;
import io.itinera.collector.store.RecentEvents;
import io.itinera.collector.wire.Mentions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.function.Consumer;

/** What people see of the events that come in, while they come. */
@Singleton
public final class LiveView {
    /** So many may be told of a workspace's events at a time, on one instance. */
    public static final int MAX_LISTENERS = 20;

    private final Door door;
    private final RecentEvents recent;
    private final Onlookers onlookers;

    @Inject
    LiveView(Door door, RecentEvents recent, Onlookers onlookers) {
        this.door = door;
        this.recent = recent;
        this.onlookers = onlookers;
    }

    /** The newest events of a workspace that pass, the newest first. */
    public List<SeenEvent> newest(String workspace, SeenFilter filter, int limit) {
        onlookers.show();
        return recent.newest(workspace, RecentEvents.KEPT).stream()
                .filter(filter::passes)
                .filter(this::mayBeShown)
                .limit(limit)
                .toList();
    }

    /** How many are told of each event of a workspace now. */
    public int listeners(String workspace) {
        return recent.listeners(workspace);
    }

    /**
     * Tells of each event of a workspace that passes, from now on.
     *
     * @return ends the telling
     */
    public Runnable listen(String workspace, SeenFilter filter, Consumer<SeenEvent> listener) {
        return recent.listen(
                workspace,
                event -> {
                    if (filter.passes(event) && mayBeShown(event)) {
                        listener.accept(event);
                    }
                });
    }

    /** Not when it names somebody who has been erased since. */
    private boolean mayBeShown(SeenEvent event) {
        Mentions erased = new Mentions(door.suppressed(event.source()));
        Slice sent = event.sent();
        return !erased.in(event.headline().userId())
                && !erased.in(event.headline().anonymousId())
                && !erased.in(sent == null ? null : sent.toString());
    }
}
