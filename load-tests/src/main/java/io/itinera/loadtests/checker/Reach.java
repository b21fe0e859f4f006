package io.itinera.loadtests.checker;

/** How far events are followed. */
public enum Reach {
    /** To the topic that the collector writes; what segmentation makes of them is not looked at. */
    EVENTS,
    /** Until they have come out of segmentation. */
    ACTIVITY
}
