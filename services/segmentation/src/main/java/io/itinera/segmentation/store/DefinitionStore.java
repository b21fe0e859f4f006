package io.itinera.segmentation.store;

import io.itinera.conditions.InvalidCondition;
import io.itinera.contracts.definitions.JourneysRecord;
import io.itinera.contracts.definitions.SegmentsRecord;
import io.itinera.kit.records.JsonCodec;
import io.itinera.kit.streams.KeyedStore;
import io.itinera.kit.streams.StoreKey;
import io.itinera.kit.streams.StoreKeyReader;
import io.itinera.segmentation.domain.lag.Pace;
import io.itinera.segmentation.domain.rules.Catalogue;
import io.itinera.segmentation.domain.rules.Computation;
import io.itinera.segmentation.domain.rules.SegmentKey;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * What was published, how far its computation is, the time that the partition has reached, and how
 * sources' watermarks follow it.
 */
public final class DefinitionStore {
    private static final JsonCodec<SegmentsRecord> SEGMENTS_CODEC =
            JsonCodec.of(SegmentsRecord.class);
    private static final JsonCodec<JourneysRecord> JOURNEYS_CODEC =
            JsonCodec.of(JourneysRecord.class);

    private final KeyValueStore<Bytes, byte[]> store;
    private final DefinitionView view;

    public DefinitionStore(KeyValueStore<Bytes, byte[]> store) {
        this.store = store;
        this.view = new DefinitionView(store);
    }

    /** Reads everything that was published into a catalogue. */
    public void load(Catalogue catalogue) {
        each(DefinitionView.SEGMENTS, value -> catalogue.accept(SEGMENTS_CODEC.read(value)));
        each(DefinitionView.JOURNEYS, value -> catalogue.accept(JOURNEYS_CODEC.read(value)));
        computations().keySet().forEach(catalogue::remember);
    }

    /** A stored record has been accepted before, so this release accepts it again. */
    private void each(char kind, Reader reader) {
        StoreKey all = StoreKey.of(kind);
        try (KeyValueIterator<Bytes, byte[]> entries = store.range(all.bytes(), Ranges.last(all))) {
            while (entries.hasNext()) {
                reader.read(entries.next().value);
            }
        } catch (InvalidCondition e) {
            throw new IllegalStateException("a condition that was accepted is refused", e);
        }
    }

    private interface Reader {
        void read(byte[] value) throws InvalidCondition;
    }

    /** Keeps a record of the segments topic. */
    public void put(String key, SegmentsRecord record) {
        store.put(segmentsKey(key), SEGMENTS_CODEC.write(record));
    }

    /** Keeps a record of the journeys topic. */
    public void put(String key, JourneysRecord record) {
        store.put(journeysKey(key), JOURNEYS_CODEC.write(record));
    }

    /** Takes out the record of the segments topic that is kept under a key. */
    public Optional<SegmentsRecord> takeSegments(String key) {
        return Optional.ofNullable(store.delete(segmentsKey(key))).map(SEGMENTS_CODEC::read);
    }

    /** Takes out the record of the journeys topic that is kept under a key. */
    public Optional<JourneysRecord> takeJourneys(String key) {
        return Optional.ofNullable(store.delete(journeysKey(key))).map(JOURNEYS_CODEC::read);
    }

    private static Bytes segmentsKey(String key) {
        return StoreKey.of(DefinitionView.SEGMENTS).text(key).bytes();
    }

    private static Bytes journeysKey(String key) {
        return StoreKey.of(DefinitionView.JOURNEYS).text(key).bytes();
    }

    /** All computations, open and done. */
    public Map<SegmentKey, Computation> computations() {
        Map<SegmentKey, Computation> computations = new HashMap<>();
        StoreKey all = StoreKey.of(DefinitionView.COMPUTATION);
        try (KeyValueIterator<Bytes, byte[]> entries = store.range(all.bytes(), Ranges.last(all))) {
            while (entries.hasNext()) {
                KeyValue<Bytes, byte[]> entry = entries.next();
                Computation computation = ComputationPacking.computation(entry.value);
                computations.put(computation.key(), computation);
            }
        }
        return computations;
    }

    /** Keeps how far a computation is. */
    public void put(Computation computation) {
        store.put(
                DefinitionView.computationKey(
                        computation.key().workspace(), computation.key().segment()),
                ComputationPacking.pack(computation));
    }

    /** How each source's watermark follows the time of each partition of events. */
    public Map<UUID, Map<Integer, Pace>> paces() {
        Map<UUID, Map<Integer, Pace>> paces = new HashMap<>();
        new KeyedStore(store)
                .scan(
                        StoreKey.of(DefinitionView.PACE),
                        (key, packed) -> {
                            StoreKeyReader parts = StoreKeyReader.of(key);
                            UUID source = parts.uuid();
                            paces.computeIfAbsent(source, _ -> new HashMap<>())
                                    .put((int) parts.number(), PacePacking.pace(packed));
                            return KeyedStore.Go.ON;
                        });
        return paces;
    }

    /** Keeps how a source's watermark follows the time of a partition of events. */
    public void put(UUID source, int partition, Pace pace) {
        store.put(
                StoreKey.of(DefinitionView.PACE).uuid(source).number(partition).bytes(),
                PacePacking.pack(pace));
    }

    /** The time that the partition's activity has reached; before everything at first. */
    public Instant time() {
        return view.time();
    }

    /** Keeps the time that the partition's activity has reached. */
    public void putTime(Instant time) {
        store.put(
                StoreKey.of(DefinitionView.TIME).bytes(),
                ByteBuffer.allocate(8).putLong(time.toEpochMilli()).array());
    }
}
