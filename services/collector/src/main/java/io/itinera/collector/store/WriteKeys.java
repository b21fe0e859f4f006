package io.itinera.collector.store;

import io.itinera.contracts.Keys;
import io.itinera.contracts.settings.Source;
import io.itinera.kit.records.JsonCodec;
import io.itinera.kit.tables.Table;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Which source a write key belongs to, by the key's hash. Read on every request and written a few
 * times a day, so readers get a finished map and never wait.
 */
@Singleton
public final class WriteKeys implements Table {
    private static final JsonCodec<Source> CODEC = JsonCodec.of(Source.class);

    private volatile @Nullable Known known;

    /**
     * The enabled sources.
     *
     * @param byKey by each key that was shown and found, so that nobody's is hashed twice
     */
    private record Known(
            Map<String, Source> byHash, Map<String, Source> byKey, Map<UUID, Source> byId) {
        @Nullable Source source(String writeKey) {
            Source found = byKey.get(writeKey);
            if (found == null) {
                found = byHash.get(sha256(writeKey));
                if (found != null) {
                    byKey.put(writeKey, found);
                }
            }
            return found;
        }
    }

    /** The source with this key, if it is enabled. */
    public Optional<Source> source(String writeKey) {
        Known now = known;
        return now == null ? Optional.empty() : Optional.ofNullable(now.source(writeKey));
    }

    /** The source with this id, if it is enabled. */
    public Optional<Source> source(UUID id) {
        Known now = known;
        return now == null ? Optional.empty() : Optional.ofNullable(now.byId().get(id));
    }

    /** The source with this id in this workspace, if it is enabled. */
    public Optional<Source> source(String workspace, UUID id) {
        Known now = known;
        return now == null
                ? Optional.empty()
                : Optional.ofNullable(now.byId().get(id))
                        .filter(source -> source.workspace().equals(workspace));
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
        return known != null;
    }

    @Override
    public Edition anew() {
        return new Sources();
    }

    private final class Sources implements Edition {
        private final Map<String, Source> byRecordKey = new HashMap<>();
        private boolean isPublished;

        /** How late a source is stands there too, each minute, and changes nothing here. */
        @Override
        public void put(String key, byte @Nullable [] value) {
            if (Keys.isSourceLag(key)) {
                return;
            }
            isPublished = false;
            if (value == null) {
                byRecordKey.remove(key);
            } else {
                byRecordKey.put(key, CODEC.read(value));
            }
        }

        @Override
        public void publish() {
            if (isPublished) {
                return;
            }
            isPublished = true;
            Map<String, Source> hashes = new HashMap<>();
            Map<UUID, Source> ids = new HashMap<>();
            byRecordKey.values().stream()
                    .filter(Source::enabled)
                    .forEach(
                            it -> {
                                ids.put(it.id(), it);
                                it.keyHashes().forEach(hash -> hashes.put(hash, it));
                            });
            known = new Known(Map.copyOf(hashes), new ConcurrentHashMap<>(), Map.copyOf(ids));
        }
    }
}
