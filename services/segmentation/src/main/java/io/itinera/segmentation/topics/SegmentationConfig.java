package io.itinera.segmentation.topics;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How segmentation keeps time and memory. */
@ConfigMapping(prefix = "itinera.segmentation")
public interface SegmentationConfig {
    /** How often time is written into each partition; 5 s above 16 partitions. */
    @WithDefault("1s")
    Duration tick();

    /**
     * How long a customer's history is. What is imported from before is forgotten again; no
     * condition's window is longer than 400 days, but "ever" reaches as far as this.
     */
    @WithDefault("P400D")
    Duration history();
}
