package io.itinera.kit.topics;

import java.util.Map;

/**
 * A shared topic as its AsyncAPI document sizes it.
 *
 * @param name without prefix
 * @param partitions how many
 * @param settings Kafka's topic settings: retention, cleanup
 */
public record TopicSpec(String name, int partitions, Map<String, String> settings) {
    public TopicSpec {
        settings = Map.copyOf(settings);
    }
}
