package io.itinera.collector.store;

import io.itinera.collector.domain.Suppressed;
import io.itinera.contracts.Keys;
import io.itinera.contracts.settings.Suppression;
import io.itinera.kit.records.JsonCodec;
import io.itinera.kit.records.Unreadable;
import io.itinera.kit.tables.Table;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The identities of erased customers, by hash. Of each hash the first 128 bits are kept: even among
 * a thousand million of them, one in 10^29 others would be taken for one of them.
 */
@Singleton
public final class Suppressions implements Table {
    private static final JsonCodec<Suppression> CODEC = JsonCodec.of(Suppression.class);
    private static final int HASH_BYTES = 32;

    private final Set<String> newlyErasedIn = ConcurrentHashMap.newKeySet();
    private volatile @Nullable Map<String, HashSet128> byWorkspace;

    /** Whose events this workspace does not take any more. */
    public Suppressed in(String workspace) {
        Map<String, HashSet128> known = byWorkspace;
        HashSet128 hashes = known == null ? null : known.get(workspace);
        if (hashes == null || hashes.size() == 0) {
            return Suppressed.NOBODY;
        }
        return (kind, value) -> {
            ByteBuffer hash = ByteBuffer.wrap(sha256(Keys.identity(workspace, kind, value)));
            return hashes.contains(hash.getLong(), hash.getLong());
        };
    }

    /**
     * The workspaces in which somebody has been suppressed since this was asked last; after a
     * start, those in which anybody is.
     */
    public Set<String> newlyErasedIn() {
        Set<String> workspaces = Set.copyOf(newlyErasedIn);
        newlyErasedIn.removeAll(workspaces);
        return workspaces;
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }

    @Override
    public boolean isComplete() {
        return byWorkspace != null;
    }

    @Override
    public Edition anew() {
        return new Hashes();
    }

    private final class Hashes implements Edition {
        private final Map<String, HashSet128> sets = new ConcurrentHashMap<>();
        private final Set<String> news = new HashSet<>();

        /** The key says all that is needed; a value must be readable to hold. */
        @Override
        public void put(String key, byte @Nullable [] value) {
            int end = key.indexOf(Keys.SEPARATOR);
            if (end < 0) {
                throw new Unreadable("key", "a suppression's key is its workspace and its hash");
            }
            ByteBuffer hash = ByteBuffer.wrap(bytes(key.substring(end + 1)));
            HashSet128 set = sets.computeIfAbsent(key.substring(0, end), _ -> new HashSet128());
            if (value == null) {
                set.remove(hash.getLong(), hash.getLong());
            } else {
                CODEC.read(value);
                set.add(hash.getLong(), hash.getLong());
                news.add(key.substring(0, end));
            }
        }

        private static byte[] bytes(String hex) {
            byte[] bytes = HexFormat.of().parseHex(hex);
            if (bytes.length != HASH_BYTES) {
                throw new IllegalArgumentException("a SHA-256 has 32 bytes, not " + bytes.length);
            }
            return bytes;
        }

        @Override
        public void publish() {
            byWorkspace = sets;
            newlyErasedIn.addAll(news);
            news.clear();
        }
    }
}
