package io.itinera.insights.store;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.nio.file.Path;

/** What an operator may set. */
@ConfigMapping(prefix = "itinera")
interface StoreConfig {
    /** Where the file of rows lies; it can be rebuilt from Kafka as far back as Kafka keeps. */
    Path dataDir();

    /** The most memory that DuckDB takes; beyond it, queries spill to disk. */
    @WithName("insights.memory")
    @WithDefault("512M")
    MemorySize memory();

    /** How many threads one query uses. */
    @WithName("insights.threads")
    @WithDefault("2")
    int threads();
}
