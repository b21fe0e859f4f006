package io.itinera.gateway.store;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Login sessions. */
@ConfigMapping(prefix = "itinera.session")
interface SessionSettings {
    /**
     * Secret that seals what Redis keeps, of at least 32 characters; changing it ends all sessions.
     */
    String encryptionKey();

    /** How long a session is kept at most without being used. */
    @WithDefault("PT24H")
    Duration longest();
}
