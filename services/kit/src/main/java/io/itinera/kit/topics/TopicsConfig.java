package io.itinera.kit.topics;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The shared topics on this broker. */
@ConfigMapping(prefix = "itinera.topics")
interface TopicsConfig {
    /** What stands before each topic's name. */
    @WithDefault("itinera.")
    String prefix();

    /** Whether a starting service creates the topics that are missing. */
    @WithDefault("true")
    boolean create();

    /** Whether the process ends once the topics are there: what the chart's topic job does. */
    @WithDefault("false")
    boolean only();

    /** How long a service that does not create topics waits for those that are missing. */
    @WithDefault("PT2M")
    Duration patience();

    /** How many brokers keep each partition of a topic that we create. */
    @WithDefault("1")
    short replication();
}
