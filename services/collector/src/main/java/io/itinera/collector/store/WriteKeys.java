package io.itinera.collector.store;

import io.itinera.contracts.settings.Source;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which source a write key belongs to, by the key's hash. Read on every request and written a few
 * times a day, so readers get a finished map and never wait.
 */
@Singleton
public final class WriteKeys {
    private final Map<String, Source> byRecordKey = new HashMap<>();
    private volatile Map<String, Source> byHash = Map.of();
    private volatile boolean complete;

    /** The source with this key, if it is enabled. */
    public Optional<Source> source(String writeKey) {
        return Optional.ofNullable(byHash.get(sha256(writeKey)));
    }

    private static String sha256(String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }

    /** Whether everything that was on the topic at the start has been read. */
    public boolean isComplete() {
        return complete;
    }

    /** Takes over what the topic says of one source; null when it is gone. */
    public synchronized void put(String recordKey, @Nullable Source source) {
        if (source == null) {
            byRecordKey.remove(recordKey);
        } else {
            byRecordKey.put(recordKey, source);
        }
        Map<String, Source> hashes = new HashMap<>();
        byRecordKey.values().stream()
                .filter(Source::enabled)
                .forEach(it -> it.keyHashes().forEach(hash -> hashes.put(hash, it)));
        byHash = Map.copyOf(hashes);
    }

    /** From now on an unknown key is unknown. */
    public void complete() {
        complete = true;
    }
}
