package io.itinera.kit.sealing;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The sealing as configuration describes it. */
final class SealingBean {
    @Produces
    @Singleton
    Sealing sealing(@ConfigProperty(name = "itinera.settings-key") Optional<List<String>> keys) {
        return Sealing.of(keys.orElse(List.of()));
    }
}
