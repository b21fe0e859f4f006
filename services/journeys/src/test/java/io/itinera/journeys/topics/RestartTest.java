package io.itinera.journeys.topics;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.itinera.contracts.Keys;
import io.itinera.contracts.Topics;
import io.itinera.contracts.definitions.JourneyDefinition;
import io.itinera.contracts.definitions.JourneyHead;
import io.itinera.contracts.definitions.JourneyState;
import io.itinera.contracts.definitions.JourneysRecord;
import io.itinera.contracts.messages.MessageCommand;
import io.itinera.contracts.outcomes.Outcome;
import io.itinera.contracts.transitions.Transition;
import io.itinera.journeys.Broker;
import io.itinera.journeys.Happenings;
import io.itinera.journeys.JourneyMeters;
import io.itinera.journeys.TestPlans;
import io.itinera.kit.streams.RocksMemory;
import io.itinera.kit.topics.TopicCreator;
import io.itinera.kit.topics.TopicNames;
import io.itinera.kit.topics.TopicSpec;
import io.itinera.kit.topics.TopicSpecs;
import io.itinera.stack.testing.ServerName;
import io.itinera.stack.testing.TestStack;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The topology by itself, stopped in the middle of a wait and started on another disk. */
final class RestartTest {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final UUID JOURNEY = new UUID(7, 7);

    private final String servers =
            Objects.requireNonNull(TestStack.attach(EnumSet.of(ServerName.KAFKA)).kafka())
                    .bootstrapServers();
    private final TopicNames names =
            new TopicNames("r" + UUID.randomUUID().toString().substring(0, 8) + ".");
    private final String workspace = Broker.workspace();
    private final Instant start = Instant.now().truncatedTo(ChronoUnit.SECONDS);

    @Test
    void waitOutlivesTheMachineAndPublishingTwiceChangesNothing(
            @TempDir Path first, @TempDir Path second) {
        createTopics();
        Happenings dropper = Happenings.of(workspace, UUID.randomUUID());
        Happenings buyer = Happenings.of(workspace, UUID.randomUUID());
        try (Broker broker =
                new Broker(
                        servers,
                        names,
                        List.of(Topics.MESSAGES, Topics.TRANSITIONS, Topics.OUTCOMES))) {
            publish(broker);
            try (KafkaStreams _ = started(first)) {
                broker.activity(dropper.event("e1", start, "Product Added", cart()), null);
                broker.activity(buyer.event("e2", start, "Product Added", cart()), null);
                await().atMost(PATIENCE).until(() -> told(broker, "arrived").size() == 2);
            }
            publish(broker);
            broker.activity(
                    buyer.event("e3", start.plusSeconds(20), "Order Completed", cart()), null);
            broker.tick(start.plusSeconds(31));
            try (KafkaStreams _ = started(second)) {
                await().atMost(PATIENCE).until(() -> told(broker, "ended").size() == 2);
            }
            List<MessageCommand> messages =
                    broker.read(Topics.MESSAGES, workspace, MessageCommand.class);
            assertEquals(
                    List.of(dropper.customer()),
                    messages.stream().map(MessageCommand::customer).toList());
            assertEquals(
                    Map.of(
                            dropper.customer(), List.of("$journey_entered", "$journey_left"),
                            buyer.customer(), List.of("$journey_entered", "$journey_left")),
                    broker.read(Topics.OUTCOMES, workspace, Outcome.class).stream()
                            .collect(
                                    Collectors.groupingBy(
                                            Outcome::customer,
                                            Collectors.mapping(
                                                    it -> it.name().wire(), Collectors.toList()))));
        }
    }

    private List<Transition> told(Broker broker, String kind) {
        return broker.read(Topics.TRANSITIONS, workspace, Transition.class).stream()
                .filter(it -> it.kind().name().equals(kind))
                .toList();
    }

    private void publish(Broker broker) {
        broker.everywhere(
                Keys.version(workspace, JOURNEY, 1),
                JourneysRecord.class,
                new JourneyDefinition(
                        JOURNEY, 1, workspace, start, TestPlans.cartDrop("PT30S"), Map.of()),
                start.minusSeconds(1));
        broker.everywhere(
                Keys.head(workspace, JOURNEY),
                JourneysRecord.class,
                new JourneyHead(JOURNEY, workspace, 1, JourneyState.live),
                start.minusSeconds(1));
    }

    private void createTopics() {
        List<TopicSpec> specs = new ArrayList<>(TopicSpecs.all());
        specs.add(
                new TopicSpec(
                        JourneysTopology.MOVES,
                        TopicSpecs.of(Topics.ACTIVITY).partitions(),
                        Map.of()));
        try (Admin admin = Admin.create(Map.<String, Object>of("bootstrap.servers", servers))) {
            new TopicCreator(admin, names, (short) 1).create(specs);
        }
    }

    private KafkaStreams started(Path directory) {
        Map<String, Object> settings = new HashMap<>();
        settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, servers);
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, names.of("restart"));
        settings.put(StreamsConfig.STATE_DIR_CONFIG, directory.toString());
        settings.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        settings.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, 100);
        settings.put(StreamsConfig.consumerPrefix("internal.leave.group.on.close"), true);
        settings.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, RocksMemory.class.getName());
        KafkaStreams streams =
                new KafkaStreams(
                        JourneysTopology.build(
                                names, "journeys", new JourneyMeters(new SimpleMeterRegistry())),
                        new StreamsConfig(settings));
        streams.start();
        return streams;
    }

    private static Map<String, Object> cart() {
        return Map.of("cart_id", "c1", "product_id", "p1");
    }
}
