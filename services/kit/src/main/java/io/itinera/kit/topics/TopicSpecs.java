package io.itinera.kit.topics;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** The shared topics, read from the Kafka bindings of the AsyncAPI documents in contracts. */
public final class TopicSpecs {
    private static final List<String> DOCUMENTS =
            List.of(
                    "events",
                    "outcomes",
                    "activity",
                    "messages",
                    "transitions",
                    "definitions",
                    "settings",
                    "suppressions",
                    "erasures",
                    "quarantine");
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    private TopicSpecs() {}

    /** All of them, in the order of the loop. */
    public static List<TopicSpec> all() {
        List<TopicSpec> specs = new ArrayList<>();
        for (String document : DOCUMENTS) {
            read("/asyncapi/" + document + ".yaml")
                    .path("channels")
                    .forEach(channel -> specs.add(spec(channel)));
        }
        return List.copyOf(specs);
    }

    /**
     * One of them.
     *
     * @throws IllegalArgumentException when no document describes it
     */
    public static TopicSpec of(String topic) {
        return all().stream()
                .filter(spec -> spec.name().equals(topic))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no document describes " + topic));
    }

    private static TopicSpec spec(JsonNode channel) {
        JsonNode kafka = channel.path("bindings").path("kafka");
        Map<String, String> settings = new HashMap<>();
        kafka.path("topicConfiguration")
                .properties()
                .forEach(setting -> settings.put(setting.getKey(), text(setting.getValue())));
        return new TopicSpec(
                channel.required("address").asText(),
                kafka.required("partitions").asInt(),
                settings);
    }

    private static String text(JsonNode value) {
        return value.isArray()
                ? StreamSupport.stream(value.spliterator(), false)
                        .map(JsonNode::asText)
                        .collect(Collectors.joining(","))
                : value.asText();
    }

    private static JsonNode read(String resource) {
        try (InputStream document = TopicSpecs.class.getResourceAsStream(resource)) {
            if (document == null) {
                throw new IllegalStateException("contracts has no " + resource);
            }
            return YAML.readTree(document);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(resource + " cannot be read", unreadable);
        }
    }
}
