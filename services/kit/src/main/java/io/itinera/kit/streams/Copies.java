package io.itinera.kit.streams;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KeyQueryMetadata;
import org.apache.kafka.streams.state.HostInfo;

/** Who has a copy of which partition: its owner, and whoever stands by. */
final class Copies {
    private static final String NOBODY = "unavailable";

    private final KafkaStreams streams;

    Copies(KafkaStreams streams) {
        this.streams = streams;
    }

    /** Of the partition in which a key lies. */
    KeyQueryMetadata owner(String store, String key) {
        return streams.queryMetadataForKey(store, key, new StringSerializer());
    }

    /** Of every partition of a store. */
    Map<Integer, KeyQueryMetadata> owners(String store) {
        Map<Integer, KeyQueryMetadata> owners = new HashMap<>();
        AtomicInteger partitions = new AtomicInteger(1);
        for (int partition = 0; partition < partitions.get(); partition++) {
            Set<Integer> wanted = Set.of(partition);
            owners.put(
                    partition,
                    streams.queryMetadataForKey(
                            store,
                            "",
                            (_, _, _, count) -> {
                                partitions.set(count);
                                return Optional.of(wanted);
                            }));
        }
        return owners;
    }

    /**
     * Whose turn it is to be asked for what.
     *
     * @param turn 0 for owners, and then one standby after the other
     */
    static Map<HostInfo, Set<Integer>> byTurn(Collection<KeyQueryMetadata> owners, int turn) {
        Map<HostInfo, Set<Integer>> parts = new LinkedHashMap<>();
        for (KeyQueryMetadata owner : owners) {
            List<HostInfo> copies = of(owner);
            if (turn < copies.size()) {
                parts.computeIfAbsent(copies.get(turn), _ -> new HashSet<>())
                        .add(owner.partition());
            }
        }
        return parts;
    }

    /** The owner first. */
    static List<HostInfo> of(KeyQueryMetadata owner) {
        return Stream.concat(Stream.of(owner.activeHost()), owner.standbyHosts().stream())
                .filter(copy -> !copy.host().equals(NOBODY))
                .toList();
    }
}
