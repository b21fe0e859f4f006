package io.itinera.kit.topics;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The shared topics on this broker. */
@ConfigMapping(prefix = "itinera.topics")
interface TopicsConfig {
    /** What stands before each topic's name. */
    @WithDefault("itinera.")
    String prefix();

    /** Whether a starting service creates the topics that are missing. */
    @WithDefault("true")
    boolean create();

    /** How many brokers keep each partition of a topic that we create. */
    @WithDefault("1")
    short replication();
}
