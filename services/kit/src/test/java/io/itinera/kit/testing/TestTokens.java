package io.itinera.kit.testing;

import io.itinera.kit.tenancy.Grant;
import io.itinera.kit.tenancy.TokenMint;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Clock;
import java.util.Base64;
import java.util.Set;
import org.eclipse.microprofile.config.ConfigProvider;

/** Internal tokens of the key pair that this test-jar's configuration carries. */
public final class TestTokens {
    private TestTokens() {}

    /** An {@code Authorization} header of an owner of the workspace, for one service. */
    public static String bearer(String workspace, String service) {
        Grant grant = new Grant(workspace, "tester", Set.of("read", "write"));
        return "Bearer " + mint(Clock.systemUTC()).mint(service, grant);
    }

    /** The mint of the tests' key pair, with a time of the test's choice. */
    public static TokenMint mint(Clock clock) {
        String key =
                ConfigProvider.getConfig(TestTokens.class.getClassLoader())
                        .getValue("itinera.internal.private-key", String.class);
        try {
            return new TokenMint(
                    KeyFactory.getInstance("Ed25519")
                            .generatePrivate(
                                    new PKCS8EncodedKeySpec(Base64.getDecoder().decode(key))),
                    clock);
        } catch (GeneralSecurityException unusable) {
            throw new IllegalStateException("the tests' key is no Ed25519 key", unusable);
        }
    }
}
