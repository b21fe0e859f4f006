package io.itinera.collector.domain;

import java.util.List;

/** What a workspace says that its events look like. */
@FunctionalInterface
public interface TrackingPlan {
    /** Where the event is not as its workspace's plan says; none when it is. */
    List<Breach> breaches(NormalEvent event);
}
