package io.itinera.collector.hooks.domain;

import java.util.List;

/** What a mapping makes of a delivery. */
public sealed interface Mapped {
    /**
     * Events.
     *
     * @param events each an object as in Segment's API, or what is none and will be refused
     */
    record Events(List<?> events) implements Mapped {
        public Events {
            events = List.copyOf(events);
        }
    }

    /** Nothing: the delivery is not of interest. */
    record Nothing() implements Mapped {}

    /**
     * It cannot be mapped.
     *
     * @param detail what is wrong, without anything of the delivery's content
     * @param explanation the same for whoever knows the content
     * @param place where in the mapping
     */
    record Failed(String detail, String explanation, Place place) implements Mapped {
        /** What is wrong, when nothing of the content is in it. */
        public static Failed of(String detail) {
            return new Failed(detail, detail, Place.UNKNOWN);
        }
    }
}
