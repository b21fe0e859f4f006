package io.itinera.segmentation.topics;

import io.itinera.contracts.activity.Activity;
import io.itinera.contracts.activity.ActivityCause;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.Map;

/** What the topology counts for operators. */
final class Meters {
    private final MeterRegistry registry;
    private final Counter events;
    private final Counter entered;
    private final Counter left;
    private final Counter wentOnWithoutMerge;
    private final Map<ActivityCause, Counter> activities = new EnumMap<>(ActivityCause.class);

    Meters(MeterRegistry registry) {
        this.registry = registry;
        this.events = registry.counter("itinera.segmentation.events");
        this.entered = registry.counter("itinera.segmentation.memberships", "change", "entered");
        this.left = registry.counter("itinera.segmentation.memberships", "change", "left");
        this.wentOnWithoutMerge = registry.counter("itinera.segmentation.merges.not.waited.for");
        for (ActivityCause cause : ActivityCause.values()) {
            activities.put(
                    cause,
                    registry.counter("itinera.segmentation.activities", "cause", cause.name()));
        }
    }

    void event() {
        events.increment();
    }

    void told(Activity activity) {
        Counter counter = activities.get(activity.cause());
        if (counter != null) {
            counter.increment();
        }
        entered.increment(activity.entered().size());
        left.increment(activity.left().size());
    }

    void wentOnWithoutMerge() {
        wentOnWithoutMerge.increment();
    }

    void quarantined(String topic) {
        registry.counter("itinera.segmentation.quarantined", "topic", topic).increment();
    }
}
