package io.itinera.journeys.store;

import io.itinera.contracts.Keys;
import io.itinera.contracts.definitions.JourneyDefinition;
import io.itinera.contracts.definitions.JourneyHead;
import io.itinera.contracts.definitions.JourneysRecord;
import io.itinera.contracts.definitions.SegmentReadiness;
import io.itinera.journeys.domain.Definitions;
import io.itinera.journeys.domain.plan.InvalidPlan;
import io.itinera.journeys.domain.plan.Version;
import io.itinera.kit.records.JsonCodec;
import io.itinera.kit.records.Unreadable;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * The published journeys as this task has read them, and which history conditions are computed.
 * Each version is compiled once and each workspace put together when it is first asked for after a
 * change.
 */
public final class DefinitionStore {
    private static final String JOURNEYS = "journeys|";
    private static final String READY = "ready|";

    private final KeyValueStore<Bytes, byte[]> store;
    private final int partitions;
    private final JsonCodec<JourneysRecord> codec = JsonCodec.of(JourneysRecord.class);
    private final Map<String, Version> compiled = new HashMap<>();
    private final Map<String, Definitions> workspaces = new HashMap<>();

    /**
     * Over this state store.
     *
     * @param partitions how many partitions must have computed a condition before it counts
     */
    public DefinitionStore(KeyValueStore<Bytes, byte[]> store, int partitions) {
        this.store = store;
        this.partitions = partitions;
    }

    /** The published journeys of a workspace. */
    public Definitions of(String workspace) {
        return workspaces.computeIfAbsent(workspace, this::together);
    }

    /**
     * Takes in a version or a head.
     *
     * @throws Unreadable when it is a version that cannot be run; nothing is stored then
     */
    public void put(JourneysRecord record) {
        switch (record) {
            case JourneyDefinition version -> {
                String key = Keys.version(version.workspace(), version.id(), version.version());
                compiled.put(key, compile(version));
                put(version.workspace(), JOURNEYS + key, codec.write(record));
            }
            case JourneyHead head ->
                    put(
                            head.workspace(),
                            JOURNEYS + Keys.head(head.workspace(), head.id()),
                            codec.write(record));
        }
    }

    /** Forgets a version or a head by its record key; nobody stands on it any more. */
    public void forget(String key) {
        compiled.remove(key);
        store.delete(Key.text(JOURNEYS + key));
        workspaces.clear();
    }

    /** Takes in that a partition has computed a condition. */
    public void put(SegmentReadiness ready) {
        put(
                ready.workspace(),
                readyPrefix(ready.workspace(), ready.segment()) + ready.partition(),
                new byte[0]);
    }

    private void put(String workspace, String key, byte[] value) {
        store.put(Key.text(key), value);
        workspaces.remove(workspace);
    }

    private Definitions together(String workspace) {
        List<Version> versions = new ArrayList<>();
        List<JourneyHead> heads = new ArrayList<>();
        each(
                JOURNEYS + workspace + Keys.SEPARATOR,
                (key, value) -> {
                    switch (codec.read(value)) {
                        case JourneyDefinition version ->
                                versions.add(
                                        compiled.computeIfAbsent(
                                                key.substring(JOURNEYS.length()),
                                                _ -> compile(version)));
                        case JourneyHead head -> heads.add(head);
                    }
                });
        return Definitions.of(versions, heads, hash -> computed(workspace, hash));
    }

    private boolean computed(String workspace, String hash) {
        List<String> ready = new ArrayList<>();
        each(readyPrefix(workspace, hash), (key, _) -> ready.add(key));
        return ready.size() >= partitions;
    }

    private static String readyPrefix(String workspace, String hash) {
        return READY + workspace + Keys.SEPARATOR + hash + Keys.SEPARATOR;
    }

    private void each(String prefix, BiConsumer<String, byte[]> visitor) {
        Bytes from = Key.text(prefix);
        try (KeyValueIterator<Bytes, byte[]> all = store.range(from, Prefix.end(from))) {
            while (all.hasNext()) {
                var next = all.next();
                visitor.accept(new String(next.key.get(), StandardCharsets.UTF_8), next.value);
            }
        }
    }

    private static Version compile(JourneyDefinition version) {
        try {
            return Version.compile(version);
        } catch (InvalidPlan invalid) {
            throw new Unreadable("invalid_plan", String.valueOf(invalid.getMessage()));
        }
    }
}
