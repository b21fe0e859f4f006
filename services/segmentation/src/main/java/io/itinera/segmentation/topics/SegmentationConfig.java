package io.itinera.segmentation.topics;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

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

    /** How often what is in memory is written to files, so that what was erased can leave them. */
    @WithDefault("PT1H")
    Duration filesFlush();

    /**
     * After how long no file holds what was erased, for the receipt. It follows from the documents
     * of the topics; whoever keeps a topic longer than they say has to say how long.
     */
    Optional<Duration> filesCleanAfter();
}
