package io.itinera.kit.tenancy;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The mint and the check as configuration describes them. */
final class TokenBeans {
    @Produces
    @Singleton
    TokenCheck check(
            TenancyConfig config, @ConfigProperty(name = "itinera.service") String service) {
        List<String> keys = config.publicKeys().orElse(List.of());
        if (keys.isEmpty()) {
            throw new IllegalStateException(
                    "itinera.internal.public-keys is not set: nobody could ever be let in");
        }
        return new TokenCheck(service, keys.stream().map(TokenKeys::publicKey).toList());
    }

    @Produces
    @Singleton
    TokenMint mint(TenancyConfig config) {
        String key =
                config.privateKey()
                        .orElseThrow(
                                () ->
                                        new IllegalStateException(
                                                "itinera.internal.private-key is not set"));
        return new TokenMint(TokenKeys.privateKey(key), Clock.systemUTC());
    }
}
