package io.itinera.collector.store;

import io.itinera.contracts.settings.Source;
import io.itinera.kit.records.JsonCodec;
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
public final class WriteKeys implements Table {
    private static final JsonCodec<Source> CODEC = JsonCodec.of(Source.class);

    private volatile @Nullable Map<String, Source> byHash;

    /** The source with this key, if it is enabled. */
    public Optional<Source> source(String writeKey) {
        Map<String, Source> known = byHash;
        return known == null ? Optional.empty() : Optional.ofNullable(known.get(sha256(writeKey)));
    }

    private static String sha256(String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }

    @Override
    public boolean isComplete() {
        return byHash != null;
    }

    @Override
    public Edition anew() {
        return new Sources();
    }

    private final class Sources implements Edition {
        private final Map<String, Source> byRecordKey = new HashMap<>();

        @Override
        public void put(String key, byte @Nullable [] value) {
            if (value == null) {
                byRecordKey.remove(key);
            } else {
                byRecordKey.put(key, CODEC.read(value));
            }
        }

        @Override
        public void publish() {
            Map<String, Source> hashes = new HashMap<>();
            byRecordKey.values().stream()
                    .filter(Source::enabled)
                    .forEach(it -> it.keyHashes().forEach(hash -> hashes.put(hash, it)));
            byHash = Map.copyOf(hashes);
        }
    }
}
