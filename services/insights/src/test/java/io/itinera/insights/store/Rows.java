package io.itinera.insights.store;

import io.itinera.contracts.activity.Activity;
import io.itinera.contracts.activity.ActivityCause;
import io.itinera.contracts.activity.Merge;
import io.itinera.contracts.activity.Unmerge;
import io.itinera.contracts.events.Event;
import io.itinera.contracts.events.EventType;
import io.itinera.insights.domain.Batch;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the facts of this room put into the store. */
final class Rows {
    private final String workspace;
    private final List<Activity> rows = new ArrayList<>();

    Rows(String workspace) {
        this.workspace = workspace;
    }

    Rows event(UUID customer, String name, long atMs, Map<String, Object> properties) {
        return event(customer, customer, name, atMs, properties);
    }

    Rows event(UUID customer, UUID origin, String name, long atMs, Map<String, Object> properties) {
        Instant at = Instant.ofEpochMilli(atMs);
        Event event =
                new Event(
                        "m" + rows.size(),
                        workspace,
                        EventType.track,
                        name,
                        null,
                        "u",
                        null,
                        null,
                        Map.of(),
                        properties,
                        Map.of(),
                        Map.of(),
                        at,
                        at,
                        "source",
                        false,
                        Map.of());
        return add(customer, origin, event, null, null);
    }

    Rows merge(UUID from, UUID into) {
        return add(into, into, null, new Merge(from, into), null);
    }

    Rows unmerge(UUID from, UUID into, List<UUID> origins) {
        return add(from, from, null, null, new Unmerge(from, into, origins));
    }

    private Rows add(
            UUID customer,
            UUID origin,
            @Nullable Event event,
            @Nullable Merge merge,
            @Nullable Unmerge unmerge) {
        rows.add(
                new Activity(
                        "a" + rows.size(),
                        workspace,
                        customer,
                        origin,
                        merge == null ? ActivityCause.event : ActivityCause.merge,
                        Instant.EPOCH,
                        event,
                        null,
                        merge,
                        unmerge,
                        Map.of(),
                        List.of(),
                        List.of(),
                        Map.of(),
                        List.of(),
                        null,
                        Map.of()));
        return this;
    }

    /** As one partition of a topic of this workspace's own, so that offsets begin at 0. */
    Batch<Activity> batch() {
        Batch<Activity> batch = Batch.of("activity-" + workspace);
        for (int offset = 0; offset < rows.size(); offset++) {
            batch.add(0, offset, rows.get(offset));
        }
        return batch;
    }
}
