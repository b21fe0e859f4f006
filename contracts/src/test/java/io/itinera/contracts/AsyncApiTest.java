package io.itinera.contracts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.apicurio.datamodels.Library;
import io.apicurio.datamodels.models.Document;
import io.apicurio.datamodels.models.ModelType;
import io.apicurio.datamodels.validation.DefaultSeverityRegistry;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

final class AsyncApiTest {
    private static final int PARTITIONS = 8;

    @TestFactory
    Stream<DynamicTest> everyDocumentIsAsyncApi3() {
        return each(
                file -> {
                    Document document = Library.readDocument((ObjectNode) Shelf.yaml(file));
                    assertEquals(ModelType.ASYNCAPI30, document.root().modelType());
                    assertEquals(
                            List.of(),
                            Library.validate(document, new DefaultSeverityRegistry()).stream()
                                    .map(problem -> problem.nodePath + ": " + problem.message)
                                    .toList());
                });
    }

    @TestFactory
    Stream<DynamicTest> everyReferenceLeadsSomewhere() {
        return each(
                file ->
                        references(Shelf.yaml(file))
                                .forEach(
                                        reference ->
                                                assertFalse(
                                                        target(file, reference).isMissingNode(),
                                                        reference)));
    }

    @Test
    void everyTopicIsDescribedOnceAndNoOther() {
        List<String> described =
                new ArrayList<>(channels().stream().map(AsyncApiTest::name).toList());
        described.sort(null);
        assertEquals(Topics.ALL.stream().sorted().toList(), described);
    }

    @Test
    void everyTopicHasAsManyPartitionsAsTheOthers() {
        Map<String, Integer> partitions = new TreeMap<>();
        channels().forEach(it -> partitions.put(name(it), kafka(it).path("partitions").asInt()));
        partitions.values().removeIf(count -> count == PARTITIONS);
        assertEquals(Map.of(), partitions);
    }

    @Test
    void topicsAreKeptAsTheDesignSays() {
        Map<String, String> kept = new TreeMap<>();
        channels().forEach(channel -> kept.put(name(channel), kept(channel)));
        assertEquals(
                new TreeMap<>(
                        Map.ofEntries(
                                Map.entry(Topics.EVENTS, "7 days"),
                                Map.entry(Topics.OUTCOMES, "7 days"),
                                Map.entry(Topics.ACTIVITY, "30 days"),
                                Map.entry(Topics.MESSAGES, "7 days"),
                                Map.entry(Topics.TRANSITIONS, "30 days"),
                                Map.entry(Topics.QUARANTINE, "14 days"),
                                Map.entry(Topics.SEGMENTS, "compacted"),
                                Map.entry(Topics.JOURNEYS, "compacted"),
                                Map.entry(Topics.TEMPLATES, "compacted"),
                                Map.entry(Topics.EVENT_DEFINITIONS, "compacted"),
                                Map.entry(Topics.WORKSPACES, "compacted"),
                                Map.entry(Topics.SOURCES, "compacted"),
                                Map.entry(Topics.SUPPRESSIONS, "compacted"),
                                Map.entry(Topics.ERASURES, "compacted"))),
                kept);
    }

    private static String kept(JsonNode channel) {
        JsonNode settings = kafka(channel).path("topicConfiguration");
        return settings.at("/cleanup.policy/0").asText().equals("compact")
                ? "compacted"
                : settings.path("retention.ms").asLong() / 86_400_000 + " days";
    }

    private static List<JsonNode> channels() {
        return Shelf.asyncApis().stream()
                .flatMap(file -> Shelf.yaml(file).path("channels").valueStream())
                .toList();
    }

    private static String name(JsonNode channel) {
        return channel.path("address").asText();
    }

    private static JsonNode kafka(JsonNode channel) {
        return channel.at("/bindings/kafka");
    }

    private static List<String> references(JsonNode document) {
        return document.findValuesAsText("$ref");
    }

    private static JsonNode target(Path file, String reference) {
        String[] parts = reference.split("#", 2);
        JsonNode document =
                parts[0].isEmpty()
                        ? Shelf.yaml(file)
                        : Shelf.json(file.getParent().resolve(parts[0]).normalize());
        return document.at(JsonPointer.compile(parts[1]));
    }

    private static Stream<DynamicTest> each(Consumer<Path> check) {
        return Shelf.asyncApis().stream()
                .map(
                        file ->
                                DynamicTest.dynamicTest(
                                        file.getFileName().toString(), () -> check.accept(file)));
    }
}
