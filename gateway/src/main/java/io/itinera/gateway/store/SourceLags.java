package io.itinera.gateway.store;

import io.itinera.contracts.Keys;
import io.itinera.contracts.settings.SourceLag;
import io.itinera.kit.records.JsonCodec;
import io.itinera.kit.tables.Table;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How late each source's events are, as segmentation says; held in memory and always shown as is.
 */
@Singleton
public final class SourceLags implements Table {
    private static final JsonCodec<SourceLag> CODEC = JsonCodec.of(SourceLag.class);

    private volatile @Nullable Map<String, SourceLag> known;

    /** The lag of a source, if anything was said of it. */
    public Optional<SourceLag> of(UUID workspace, UUID source) {
        Map<String, SourceLag> now = known;
        return now == null
                ? Optional.empty()
                : Optional.ofNullable(now.get(Keys.sourceLag(workspace.toString(), source)));
    }

    @Override
    public boolean isComplete() {
        return known != null;
    }

    @Override
    public Edition anew() {
        return new Lags();
    }

    private final class Lags implements Edition {
        private final Map<String, SourceLag> byKey = new HashMap<>();

        /** The sources themselves stand there too; they are told from here. */
        @Override
        public void put(String key, byte @Nullable [] value) {
            if (!Keys.isSourceLag(key)) {
                return;
            }
            if (value == null) {
                byKey.remove(key);
            } else {
                byKey.put(key, CODEC.read(value));
            }
        }

        @Override
        public void publish() {
            known = Map.copyOf(byKey);
        }
    }
}
