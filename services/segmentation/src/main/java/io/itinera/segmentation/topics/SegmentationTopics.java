package io.itinera.segmentation.topics;

import io.itinera.contracts.Topics;
import io.itinera.kit.topics.TopicNames;
import io.itinera.kit.topics.TopicSpecs;

/**
 * The shared topics as the broker calls them.
 *
 * @param events what was collected
 * @param outcomes what was done with customers
 * @param segments published segments
 * @param journeys published journeys
 * @param activity what follows
 * @param suppressions identities that are not taken
 * @param erasures who is to be erased, and who was
 * @param sources sources, and how late they are
 * @param quarantine what could not be used
 * @param partitions how many partitions each of them has
 */
public record SegmentationTopics(
        String events,
        String outcomes,
        String segments,
        String journeys,
        String activity,
        String suppressions,
        String erasures,
        String sources,
        String quarantine,
        int partitions) {

    /** The topics with these names, sized as their documents say. */
    public static SegmentationTopics of(TopicNames names) {
        return new SegmentationTopics(
                names.of(Topics.EVENTS),
                names.of(Topics.OUTCOMES),
                names.of(Topics.SEGMENTS),
                names.of(Topics.JOURNEYS),
                names.of(Topics.ACTIVITY),
                names.of(Topics.SUPPRESSIONS),
                names.of(Topics.ERASURES),
                names.of(Topics.SOURCES),
                names.of(Topics.QUARANTINE),
                TopicSpecs.of(Topics.ACTIVITY).partitions());
    }
}
