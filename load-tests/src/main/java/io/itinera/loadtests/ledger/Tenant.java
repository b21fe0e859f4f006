package io.itinera.loadtests.ledger;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** A workspace, and the key that events for it are sent with. */
public record Tenant(String workspace, String writeKey) {
    /** What a sender authorises itself with. */
    public String authorization() {
        byte[] key = (writeKey + ":").getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(key);
    }
}
