package io.itinera.segmentation.domain.identity;

import io.itinera.contracts.Keys;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** What stands for an identity that is suppressed, so that nobody reads it there. */
public final class IdentityHash {
    private IdentityHash() {}

    /** The hash of a name, as {@link io.itinera.contracts.settings.Suppression} has it. */
    public static String of(String workspace, Named name) {
        String key = Keys.identity(workspace, name.kind(), name.value());
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(key.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
