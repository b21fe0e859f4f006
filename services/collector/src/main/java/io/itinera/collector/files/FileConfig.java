package io.itinera.collector.files;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What an operator may set of imports. */
@ConfigMapping(prefix = "itinera.collector.files")
public interface FileConfig {
    /** How many files one instance reads at a time, half of them for one workspace; beyond: 429. */
    @WithDefault("4")
    int atOnce();

    /** After how many bytes the place is kept; as much of a file waits for the broker at most. */
    @WithDefault("1M")
    MemorySize window();

    /** How long nobody else may write to an import whose reader has not been heard of. */
    @WithDefault("30s")
    Duration lease();

    /**
     * How long the next bytes of a body may take, and how long the next 20 KB in pieces; the place
     * is kept then.
     */
    @WithDefault("20s")
    Duration patience();
}
