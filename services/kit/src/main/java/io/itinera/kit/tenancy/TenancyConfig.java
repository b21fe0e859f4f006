package io.itinera.kit.tenancy;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;
import java.util.Optional;

/** Keys of the internal token. */
@ConfigMapping(prefix = "itinera.internal")
interface TenancyConfig {
    /**
     * The public keys whose tokens hold: Ed25519, X.509 in Base64. Two while a key is being
     * replaced, else one.
     */
    Optional<List<String>> publicKeys();

    /** The private key that mints: Ed25519, PKCS #8 in Base64. The gateway alone has it. */
    Optional<String> privateKey();

    /** Whether requests need the token; false only at the gateway, which people reach directly. */
    @WithDefault("true")
    boolean required();
}
