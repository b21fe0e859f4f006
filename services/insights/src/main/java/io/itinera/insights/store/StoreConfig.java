package io.itinera.insights.store;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;

/** What an operator may set. */
@ConfigMapping(prefix = "itinera.insights")
interface StoreConfig {
    /** Where the file of rows lies; it can be rebuilt from Kafka as far back as Kafka keeps. */
    @WithDefault("${itinera.data-dir}")
    Path dataDir();

    /** The most memory that DuckDB takes; beyond it, queries spill to disk. */
    @WithDefault("512M")
    MemorySize memory();

    /** How many threads one query uses. */
    @WithDefault("2")
    int threads();
}
