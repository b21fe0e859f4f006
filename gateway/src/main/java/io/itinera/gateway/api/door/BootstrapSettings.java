package io.itinera.gateway.api.door;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** Who may create workspaces. Unless both keys are set, nobody may. */
@ConfigMapping(prefix = "itinera.bootstrap")
interface BootstrapSettings {
    /** The claim to look at; {@code /} steps into objects, as in {@code realm_access/roles}. */
    Optional<String> claim();

    /** What the claim must be, or contain when it is a list. */
    Optional<String> value();
}
