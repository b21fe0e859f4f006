package io.itinera.gateway.behind;

import io.itinera.kit.tenancy.Grant;
import io.itinera.kit.tenancy.TokenCheck;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import org.eclipse.microprofile.config.ConfigProvider;

/** Checks the internal token of a request as the service that it reached does. */
public final class InternalTokens {
    private static final String SCHEME = "Bearer ";

    private InternalTokens() {}

    /** What the token of this request grants to the service that it reached. */
    public static Grant grant(Seen seen) {
        String header = seen.header("authorization").getFirst();
        return new TokenCheck(seen.service().text(), List.of(publicKey()))
                .grant(header.substring(SCHEME.length()));
    }

    private static PublicKey publicKey() {
        String key =
                ConfigProvider.getConfig().getValue("itinera.internal.public-keys", String.class);
        try {
            return KeyFactory.getInstance("Ed25519")
                    .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(key)));
        } catch (GeneralSecurityException unusable) {
            throw new IllegalStateException("the tests' key is no Ed25519 key", unusable);
        }
    }
}
