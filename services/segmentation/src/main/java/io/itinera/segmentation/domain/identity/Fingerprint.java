package io.itinera.segmentation.domain.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/**
 * Sixteen bytes that stand for a workspace and an id: the start of their SHA-256. Among 10^12 of
 * them the chance that any two are equal is below 10^-14.
 */
public final class Fingerprint {
    public static final int BYTES = 16;

    private Fingerprint() {}

    /** The fingerprint of an id within its workspace. */
    public static byte[] of(String workspace, String id) {
        MessageDigest digest = sha256();
        digest.update(workspace.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
        return Arrays.copyOf(digest.digest(id.getBytes(StandardCharsets.UTF_8)), BYTES);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
