package io.itinera.segmentation.topics;

import io.itinera.kit.records.Quarantine;
import io.itinera.segmentation.store.StoreNames;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Repartitioned;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * The two steps as a topology. Step one follows events; what it finds out lies in {@code people},
 * which Kafka Streams empties behind step two. Two cycles run through internal topics: claims go
 * from one device's partition to another's, timelines from one customer's to another's.
 */
public final class SegmentationTopology {
    private static final Serde<byte[]> KEYS = Serdes.ByteArray();

    private final SegmentationTopics topics;
    private final Quarantine quarantine;
    private final Duration tick;
    private final Duration history;
    private final FileLife files;
    private final Meters meters;

    SegmentationTopology(
            SegmentationTopics topics,
            Quarantine quarantine,
            Duration tick,
            Duration history,
            FileLife files,
            Meters meters) {
        this.topics = topics;
        this.quarantine = quarantine;
        this.tick = tick;
        this.history = history;
        this.files = files;
        this.meters = meters;
    }

    Topology build() {
        Topology topology = recognise();
        decideClaims(topology);
        follow(topology);
        return topology;
    }

    /** The builder rather than the topology, for only it makes internal topics. */
    private Topology recognise() {
        StreamsBuilder builder = new StreamsBuilder();
        KStream<byte[], Addressed> recognised =
                builder.stream(
                                topics.events(),
                                Consumed.with(KEYS, Addressed.SERDE).withName(Nodes.EVENTS))
                        .process(
                                supplier(
                                        () ->
                                                new RecogniseProcessor(
                                                        tick,
                                                        topics.partitions(),
                                                        files,
                                                        quarantine,
                                                        meters),
                                        StoreNames.SEEN_EVENTS,
                                        StoreNames.DEVICES,
                                        StoreNames.LAGS),
                                Named.as(Nodes.RECOGNISE));
        recognised.repartition(internal(Nodes.PEOPLE));
        recognised.repartition(internal(Nodes.CLAIMS));
        Topology topology = builder.build();
        sink(topology, Nodes.TICKS_SINK, topics.events(), Nodes.RECOGNISE);
        sink(topology, Nodes.SOURCE_LAGS_SINK, topics.sources(), Nodes.RECOGNISE);
        sink(topology, Nodes.UNUSABLE_EVENTS_SINK, topics.quarantine(), Nodes.RECOGNISE);
        return topology;
    }

    private Repartitioned<byte[], Addressed> internal(String name) {
        return Repartitioned.with(KEYS, Addressed.SERDE)
                .withName(name)
                .withNumberOfPartitions(topics.partitions())
                .withStreamPartitioner(Addressed.partitioner());
    }

    private static void decideClaims(Topology topology) {
        topology.addProcessor(Nodes.DECIDE_CLAIM, ClaimProcessor::new, Nodes.CLAIMS_SOURCE);
        topology.connectProcessorAndStateStores(Nodes.DECIDE_CLAIM, StoreNames.DEVICES);
        sink(topology, Nodes.FOUND_SINK, Nodes.PEOPLE_TOPIC, Nodes.DECIDE_CLAIM);
        sink(topology, Nodes.FORGOTTEN_SINK, Nodes.CLAIMS_TOPIC, Nodes.DECIDE_CLAIM);
    }

    private void follow(Topology topology) {
        source(topology, Nodes.OUTCOMES, topics.outcomes());
        source(topology, Nodes.SEGMENTS, topics.segments());
        source(topology, Nodes.JOURNEYS, topics.journeys());
        source(topology, Nodes.ERASURES, topics.erasures());
        topology.addProcessor(
                Nodes.FOLLOW,
                supplier(
                        () -> new FollowProcessor(topics, quarantine, history, files, meters),
                        StoreNames.SEEN_OUTCOMES,
                        StoreNames.CUSTOMERS,
                        StoreNames.TIMELINE,
                        StoreNames.LOOKUPS,
                        StoreNames.HOLDS,
                        StoreNames.DEFINITIONS),
                Nodes.PEOPLE_SOURCE,
                Nodes.OUTCOMES,
                Nodes.SEGMENTS,
                Nodes.JOURNEYS,
                Nodes.ERASURES);
        sink(topology, Nodes.ACTIVITY_SINK, topics.activity(), Nodes.FOLLOW);
        sink(topology, Nodes.MOVED_SINK, Nodes.PEOPLE_TOPIC, Nodes.FOLLOW);
        sink(topology, Nodes.RELEASES_SINK, Nodes.CLAIMS_TOPIC, Nodes.FOLLOW);
        sink(topology, Nodes.READINESS_SINK, topics.segments(), Nodes.FOLLOW);
        sink(topology, Nodes.SUPPRESSIONS_SINK, topics.suppressions(), Nodes.FOLLOW);
        sink(topology, Nodes.RECEIPTS_SINK, topics.erasures(), Nodes.FOLLOW);
        sink(topology, Nodes.UNUSABLE_RECORDS_SINK, topics.quarantine(), Nodes.FOLLOW);
    }

    private static void source(Topology topology, String name, String topic) {
        topology.addSource(name, KEYS.deserializer(), Addressed.SERDE.deserializer(), topic);
    }

    private static void sink(Topology topology, String name, String topic, String parent) {
        topology.addSink(
                name,
                topic,
                KEYS.serializer(),
                Addressed.SERDE.serializer(),
                Addressed.partitioner(),
                parent);
    }

    private static ProcessorSupplier<byte[], Addressed, byte[], Addressed> supplier(
            Fresh processor, String... stores) {
        return new ProcessorSupplier<>() {
            @Override
            public Processor<byte[], Addressed, byte[], Addressed> get() {
                return processor.make();
            }

            @Override
            public Set<StoreBuilder<?>> stores() {
                Set<StoreBuilder<?>> builders = new LinkedHashSet<>();
                for (String store : stores) {
                    builders.add(store(store));
                }
                return builders;
            }
        };
    }

    private interface Fresh {
        Processor<byte[], Addressed, byte[], Addressed> make();
    }

    private static StoreBuilder<KeyValueStore<Bytes, byte[]>> store(String name) {
        return Stores.keyValueStoreBuilder(
                Stores.persistentKeyValueStore(name), Serdes.Bytes(), Serdes.ByteArray());
    }
}
