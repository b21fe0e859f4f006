package io.itinera.kit.topics;

/**
 * What the shared topics are called on this broker.
 *
 * @param prefix stands before each name, so that several platforms can share a broker
 */
public record TopicNames(String prefix) {
    /** The broker's name of a topic from {@link io.itinera.contracts.Topics}. */
    public String of(String topic) {
        return prefix + topic;
    }
}
