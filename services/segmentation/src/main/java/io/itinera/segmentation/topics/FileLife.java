package io.itinera.segmentation.topics;

import io.itinera.contracts.Topics;
import io.itinera.kit.streams.RocksMemory;
import io.itinera.kit.topics.TopicSpec;
import io.itinera.kit.topics.TopicSpecs;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * For how long files hold what was taken out of every store.
 *
 * @param flush how often what is in memory is written to files
 * @param cleanAfter after how long no file holds it
 */
record FileLife(Duration flush, Duration cleanAfter) {
    private static final Duration DAY = Duration.ofDays(1);

    /** Where events of persons lie until they are too old, and what is told of them. */
    private static final List<String> WRITTEN =
            List.of(Topics.EVENTS, Topics.OUTCOMES, Topics.ACTIVITY, Topics.QUARANTINE);

    /**
     * As the documents of the topics have it, and the settings of the state's own topics and files.
     *
     * @param flush how often what is in memory is written to files
     */
    static FileLife asDocumented(Duration flush) {
        return new FileLife(
                flush,
                Stream.concat(
                                WRITTEN.stream().map(TopicSpecs::of).map(FileLife::life),
                                Stream.of(stateTopics(), stateFiles(flush)))
                        .max(Comparator.naturalOrder())
                        .orElseThrow());
    }

    /**
     * A segment of a log goes when its latest record is too old, which may be as much younger than
     * its first as a segment is long; a day more for the broker to look.
     */
    private static Duration life(TopicSpec topic) {
        return setting(topic, "retention.ms").plus(setting(topic, "segment.ms")).plus(DAY);
    }

    private static Duration setting(TopicSpec topic, String name) {
        String millis = topic.settings().get(name);
        if (millis == null) {
            throw new IllegalStateException(
                    "the document of topic " + topic.name() + " does not say its " + name);
        }
        return Duration.ofMillis(Long.parseLong(millis));
    }

    /**
     * What overwrote it is in a closed segment after a day and compacted within another; its key
     * stays for a day more, and goes with the next compaction.
     */
    private static Duration stateTopics() {
        return DAY.multipliedBy(4);
    }

    /** A standby's memory is written to files within a day. */
    private static Duration stateFiles(Duration flush) {
        return RocksMemory.REWRITTEN_AFTER.plus(flush).plus(DAY);
    }
}
