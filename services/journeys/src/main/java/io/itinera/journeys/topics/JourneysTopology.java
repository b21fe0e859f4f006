package io.itinera.journeys.topics;

import io.itinera.contracts.Topics;
import io.itinera.journeys.JourneyMeters;
import io.itinera.journeys.store.StoreNames;
import io.itinera.kit.topics.TopicNames;
import io.itinera.kit.topics.TopicSpecs;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * One task for each partition of activity: it reads what customers do, the definitions, and the
 * runs that merges bring, and keeps all that in stores of its own. Every name here is part of a
 * name on brokers and disks; a test holds them.
 */
final class JourneysTopology {
    /** The topic by which runs change partitions; nobody else reads it. */
    static final String MOVES = "journeys.moves";

    static final String PROCESSOR = "journeys";
    static final String MESSAGES_OUT = "messages-out";
    static final String TRANSITIONS_OUT = "transitions-out";
    static final String OUTCOMES_OUT = "outcomes-out";
    static final String MOVES_OUT = "moves-out";
    static final String QUARANTINE_OUT = "quarantine-out";

    private JourneysTopology() {}

    static Topology build(TopicNames names, String service, JourneyMeters meters) {
        InboundTopics inbound =
                new InboundTopics(
                        names.of(Topics.ACTIVITY),
                        names.of(Topics.JOURNEYS),
                        names.of(Topics.SEGMENTS),
                        names.of(MOVES));
        int partitions = TopicSpecs.of(Topics.ACTIVITY).partitions();
        Topology topology = new Topology();
        source(topology, "activity-in", inbound.activity());
        source(topology, "journeys-in", inbound.journeys());
        source(topology, "segments-in", inbound.segments());
        source(topology, "moves-in", inbound.moves());
        topology.addProcessor(
                PROCESSOR,
                () -> new JourneysProcessor(inbound, partitions, service, meters),
                "activity-in",
                "journeys-in",
                "segments-in",
                "moves-in");
        StoreNames.ALL.forEach(name -> topology.addStateStore(store(name), PROCESSOR));
        sink(topology, MESSAGES_OUT, names.of(Topics.MESSAGES));
        sink(topology, TRANSITIONS_OUT, names.of(Topics.TRANSITIONS));
        sink(topology, OUTCOMES_OUT, names.of(Topics.OUTCOMES));
        sink(topology, MOVES_OUT, names.of(MOVES));
        sink(topology, QUARANTINE_OUT, names.of(Topics.QUARANTINE));
        return topology;
    }

    private static void source(Topology topology, String name, String topic) {
        topology.addSource(name, new ByteArrayDeserializer(), new ByteArrayDeserializer(), topic);
    }

    private static void sink(Topology topology, String name, String topic) {
        topology.addSink(
                name, topic, new ByteArraySerializer(), new ByteArraySerializer(), PROCESSOR);
    }

    /** Timers are read in ranges all the time, which a cache in front only slows. */
    private static StoreBuilder<KeyValueStore<Bytes, byte[]>> store(String name) {
        StoreBuilder<KeyValueStore<Bytes, byte[]>> builder =
                Stores.keyValueStoreBuilder(
                        Stores.persistentKeyValueStore(name), Serdes.Bytes(), Serdes.ByteArray());
        return name.equals(StoreNames.TIMERS)
                ? builder.withCachingDisabled()
                : builder.withCachingEnabled();
    }
}
