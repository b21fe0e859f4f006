package io.itinera.kit.json;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.itinera.contracts.activity.ActivityRecord;
import io.itinera.contracts.activity.Profile;
import io.itinera.contracts.attribute.AttributeRule;
import io.itinera.contracts.condition.Condition;
import io.itinera.contracts.definitions.EventDefinition;
import io.itinera.contracts.definitions.JourneysRecord;
import io.itinera.contracts.definitions.SegmentsRecord;
import io.itinera.contracts.definitions.TemplateDefinition;
import io.itinera.contracts.erasures.ErasuresRecord;
import io.itinera.contracts.events.EventsRecord;
import io.itinera.contracts.messages.MessageCommand;
import io.itinera.contracts.outcomes.Outcome;
import io.itinera.contracts.quarantine.Quarantined;
import io.itinera.contracts.settings.Source;
import io.itinera.contracts.settings.SourceLag;
import io.itinera.contracts.settings.Suppression;
import io.itinera.contracts.settings.Workspace;
import io.itinera.contracts.transitions.Transition;
import io.itinera.kit.records.JsonCodec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The examples of the contracts, through the records and back. */
final class ExamplesTest {
    private static final Map<String, Class<?>> RECORDS =
            Map.ofEntries(
                    Map.entry("activity", ActivityRecord.class),
                    Map.entry("attribute", AttributeRule.class),
                    Map.entry("condition", Condition.class),
                    Map.entry("erasures", ErasuresRecord.class),
                    Map.entry("event-definitions", EventDefinition.class),
                    Map.entry("events", EventsRecord.class),
                    Map.entry("journeys", JourneysRecord.class),
                    Map.entry("messages", MessageCommand.class),
                    Map.entry("outcomes", Outcome.class),
                    Map.entry("profile", Profile.class),
                    Map.entry("quarantine", Quarantined.class),
                    Map.entry("segments", SegmentsRecord.class),
                    Map.entry("source-lags", SourceLag.class),
                    Map.entry("sources", Source.class),
                    Map.entry("suppressions", Suppression.class),
                    Map.entry("templates", TemplateDefinition.class),
                    Map.entry("transitions", Transition.class),
                    Map.entry("workspaces", Workspace.class));

    @TestFactory
    Stream<DynamicTest> exampleIsTheSameAfterItWasARecord() {
        return RECORDS.keySet().stream().sorted().flatMap(ExamplesTest::family);
    }

    private static Stream<DynamicTest> family(String family) {
        return examples(family).stream()
                .map(
                        example ->
                                DynamicTest.dynamicTest(
                                        family + ": " + example.name(),
                                        () ->
                                                assertEquals(
                                                        Json.mapper().readTree(example.bytes()),
                                                        back(family, example.bytes()))));
    }

    private static JsonNode back(String family, byte[] bytes) throws IOException {
        return Json.mapper().readTree(again(RECORDS.get(family), bytes));
    }

    private static <T> byte[] again(Class<T> type, byte[] bytes) {
        JsonCodec<T> codec = JsonCodec.of(type);
        return codec.write(codec.read(bytes));
    }

    private static List<Example> examples(String family) {
        try {
            URI uri =
                    Objects.requireNonNull(EventsRecord.class.getResource("/examples/" + family))
                            .toURI();
            if (!uri.getScheme().equals("jar")) {
                return list(Path.of(uri));
            }
            try (FileSystem jar = FileSystems.newFileSystem(uri, Map.of())) {
                return list(jar.getPath("/examples/" + family));
            }
        } catch (IOException | URISyntaxException unreadable) {
            throw new AssertionError("no examples of " + family, unreadable);
        }
    }

    private static List<Example> list(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .map(ExamplesTest::read)
                    .toList();
        }
    }

    private static Example read(Path file) {
        try {
            return new Example(String.valueOf(file.getFileName()), Files.readString(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private record Example(String name, String json) {
        byte[] bytes() {
            return json.getBytes(StandardCharsets.UTF_8);
        }
    }
}
