package io.itinera.segmentation.store;

import io.itinera.contracts.Keys;
import io.itinera.contracts.definitions.IdentityRules;
import io.itinera.contracts.definitions.SegmentsRecord;
import io.itinera.kit.records.JsonCodec;
import io.itinera.kit.streams.StoreKey;
import io.itinera.segmentation.domain.rules.Computation;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/** What was published, as one partition has read it. */
public final class DefinitionView {
    static final char SEGMENTS = 's';
    static final char JOURNEYS = 'j';
    static final char COMPUTATION = 'c';
    static final char TIME = 't';
    static final char PACE = 'p';

    private static final JsonCodec<SegmentsRecord> RULES = JsonCodec.of(SegmentsRecord.class);

    private final ReadOnlyKeyValueStore<Bytes, byte[]> store;

    public DefinitionView(ReadOnlyKeyValueStore<Bytes, byte[]> store) {
        this.store = store;
    }

    /** How many of so many partitions have computed a version of a segment. */
    public int readyPartitions(String workspace, String segment, int version, int partitions) {
        int ready = 0;
        for (int partition = 0; partition < partitions; partition++) {
            String key = ReadinessKey.of(workspace, segment, version, partition);
            if (store.get(StoreKey.of(SEGMENTS).text(key).bytes()) != null) {
                ready++;
            }
        }
        return ready;
    }

    /** Which kinds of names are one person's alone; empty while nobody has said so. */
    public Optional<IdentityRules> identities(String workspace) {
        byte[] told = store.get(StoreKey.of(SEGMENTS).text(Keys.identityRules(workspace)).bytes());
        return told == null ? Optional.empty() : Optional.of((IdentityRules) RULES.read(told));
    }

    /** How far a segment's computation is here; empty when it is not known here yet. */
    public Optional<Computation> computation(String workspace, String segment) {
        return Optional.ofNullable(store.get(computationKey(workspace, segment)))
                .map(ComputationPacking::computation);
    }

    static Bytes computationKey(String workspace, String segment) {
        return StoreKey.of(COMPUTATION).text(workspace).text(segment).bytes();
    }

    /** The time that the partition's activity has reached; before everything at first. */
    public Instant time() {
        byte[] millis = store.get(StoreKey.of(TIME).bytes());
        return millis == null
                ? Instant.EPOCH
                : Instant.ofEpochMilli(ByteBuffer.wrap(millis).getLong());
    }
}
