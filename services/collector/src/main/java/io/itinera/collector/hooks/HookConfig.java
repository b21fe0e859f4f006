package io.itinera.collector.hooks;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** What an operator may set about webhooks. */
@ConfigMapping(prefix = "itinera.collector.hooks")
public interface HookConfig {
    /**
     * The collector's address as the senders of webhooks write it, such as {@code
     * https://collect.example.com}; some sign it. Without one, a request's own, as a trusted proxy
     * tells it.
     */
    Optional<String> publicUrl();

    /** How long a mapping may take for one delivery. */
    @WithDefault("1s")
    Duration patience();
}
