package io.itinera.kit.logs;

import io.smallrye.config.ConfigMapping;

/** How this service logs. */
@ConfigMapping(prefix = "itinera.logs")
interface LogsConfig {
    /**
     * Whether the console speaks JSON, one object a line; so in production, not while developing.
     */
    boolean json();
}
