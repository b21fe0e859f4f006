package io.itinera.kit.topics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.itinera.contracts.Topics;
import io.itinera.stack.testing.ServerName;
import io.itinera.stack.testing.StackAddresses;
import io.itinera.stack.testing.TestStack;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.ConfigResource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class TopicCreatorTest {
    private final TopicNames names = new TopicNames("kit-" + UUID.randomUUID() + ".");
    private Admin admin;
    private TopicCreator creator;

    @BeforeEach
    void connect() {
        StackAddresses stack = TestStack.attach(EnumSet.of(ServerName.KAFKA));
        String servers = Objects.requireNonNull(stack.kafka()).bootstrapServers();
        admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, servers));
        creator = new TopicCreator(admin, names, (short) 1);
    }

    @AfterEach
    void clean() throws ExecutionException, InterruptedException {
        admin.deleteTopics(ours()).all().get();
        admin.close();
    }

    @Test
    void everySharedTopicIsSpecified() {
        assertEquals(
                Set.copyOf(Topics.ALL),
                TopicSpecs.all().stream().map(TopicSpec::name).collect(Collectors.toSet()));
    }

    @Test
    void missingTopicsAreCreatedAsTheirDocumentsSay() throws Exception {
        TopicSpec segments = TopicSpecs.of(Topics.SEGMENTS);
        creator.create(List.of(segments));
        awaitTopic(Topics.SEGMENTS);
        assertEquals(segments.partitions(), partitions(Topics.SEGMENTS));
        Config config = config(Topics.SEGMENTS);
        assertEquals(
                segments.settings(),
                segments.settings().keySet().stream()
                        .collect(Collectors.toMap(key -> key, key -> config.get(key).value())));
    }

    @Test
    void whatStandsIsLeftAlone() throws Exception {
        List<TopicSpec> specs =
                List.of(TopicSpecs.of(Topics.EVENTS), TopicSpecs.of(Topics.OUTCOMES));
        creator.create(specs.subList(0, 1));
        awaitTopic(Topics.EVENTS);
        assertEquals(List.of(names.of(Topics.OUTCOMES)), creator.create(specs));
    }

    @Test
    void waitingEndsWhenTheTopicsAreThere() throws Exception {
        List<TopicSpec> specs = List.of(TopicSpecs.of(Topics.EVENTS));
        CompletableFuture<Void> waiting =
                CompletableFuture.runAsync(() -> creator.await(specs, Duration.ofMinutes(1)));
        assertFalse(waiting.isDone());
        creator.create(specs);
        waiting.get();
    }

    @Test
    void waitingInVainNamesWhatIsMissing() {
        List<TopicSpec> specs = List.of(TopicSpecs.of(Topics.EVENTS));
        IllegalStateException vain =
                assertThrows(
                        IllegalStateException.class,
                        () -> creator.await(specs, Duration.ofMillis(1)));
        assertTrue(vain.getMessage().contains(names.of(Topics.EVENTS)), vain.getMessage());
    }

    @Test
    void anotherNumberOfPartitionsIsRefusedWithASentence() throws Exception {
        admin.createTopics(Set.of(new NewTopic(names.of(Topics.EVENTS), 3, (short) 1))).all().get();
        awaitTopic(Topics.EVENTS);
        IllegalStateException refused =
                assertThrows(
                        IllegalStateException.class,
                        () -> creator.create(List.of(TopicSpecs.of(Topics.EVENTS))));
        assertEquals(
                "Topic %s has 3 partitions and must have 8: move its records to a topic of that size before this version starts"
                        .formatted(names.of(Topics.EVENTS)),
                refused.getMessage());
    }

    private void awaitTopic(String topic) {
        Awaitility.await().ignoreExceptions().until(() -> partitions(topic) > 0);
    }

    private int partitions(String topic) throws ExecutionException, InterruptedException {
        return admin.describeTopics(List.of(names.of(topic)))
                .allTopicNames()
                .get()
                .get(names.of(topic))
                .partitions()
                .size();
    }

    private Config config(String topic) throws ExecutionException, InterruptedException {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, names.of(topic));
        return admin.describeConfigs(List.of(resource)).all().get().get(resource);
    }

    private List<String> ours() throws ExecutionException, InterruptedException {
        return admin.listTopics().names().get().stream()
                .filter(name -> name.startsWith(names.prefix()))
                .toList();
    }
}
