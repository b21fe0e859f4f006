package io.itinera.helm;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.marcnuri.helm.TemplateCommand;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A variable that nobody reads is a misspelt one: whoever set it believes that it holds. */
final class EnvironmentTest {
    private static final Pattern IMAGE = Pattern.compile(".*/itinera-(\\w+):.*");
    private static final Pattern REFERENCE = Pattern.compile("\\$\\((\\w+)\\)");

    @ParameterizedTest
    @ValueSource(strings = {"cluster", "laptop"})
    void everyVariableIsReadByItsService(String values) throws IOException {
        assertEquals(
                Map.of(),
                unread(Chart.template(values).set("smtp.existingSecret", "itinera-smtp")));
    }

    @Test
    void furtherSettingsOfKafkaReachItsClients() throws IOException {
        assertEquals(
                Map.of(),
                unread(
                        Chart.template("cluster")
                                .set("kafka.properties.security\\.protocol", "SASL_SSL")
                                .set("kafka.properties.sasl\\.mechanism", "PLAIN")));
    }

    @ParameterizedTest
    @CsvSource({
        "collector, ITINERA_TOPICS_PREFX",
        "collector, ITINERA_COLLECTOR_MAX_BODYS",
        "gateway, QUARKUS_OIDC_CLIENTID",
        "gateway, ITINERA_SERVICES_INSIGHT",
        "insights, KAFKA_BOOTSTRAPSERVERS",
        "insights, ITINERA_SELF",
        "journeys, KAFKA_STREAMS_NUM_STANDBYS",
        "messaging, ITINERA_SMTP_HOSTS"
    })
    void variableThatItsServiceDoesNotReadIsFound(String service, String name) throws IOException {
        assertEquals(
                Map.of(service, Set.of(name)),
                unread(Chart.template("cluster").set(service + ".environment." + name, "x")));
    }

    @ParameterizedTest
    @CsvSource({
        "collector, ITINERA_COLLECTOR_MAX_BODY",
        "gateway, ITINERA_PROXY_STREAMS_PER_PERSON",
        "insights, ITINERA_INSIGHTS_MEMORY"
    })
    void variableOfItsOwnIsKnown(String service, String name) throws IOException {
        assertEquals(
                Map.of(),
                unread(Chart.template("cluster").set(service + ".environment." + name, "x")));
    }

    /** The variables that the service does not read, by service. */
    private static Map<String, Set<String>> unread(TemplateCommand command) throws IOException {
        Map<String, Set<String>> unread = new TreeMap<>();
        for (Manifest manifest : Manifest.readAll(command.call())) {
            for (JsonObject container : manifest.containers()) {
                String service = service(container);
                Set<String> names = new TreeSet<>(names(container));
                names.removeAll(ServiceKeys.of(service));
                names.removeAll(references(container));
                if (!names.isEmpty()) {
                    unread.computeIfAbsent(service, _ -> new TreeSet<>()).addAll(names);
                }
            }
        }
        return unread;
    }

    private static String service(JsonObject container) {
        Matcher image = IMAGE.matcher(container.get("image").getAsString());
        if (!image.matches()) {
            throw new IllegalStateException("whose image is " + container.get("image") + "?");
        }
        return image.group(1);
    }

    private static Set<String> names(JsonObject container) {
        return container.getAsJsonArray("env").asList().stream()
                .map(JsonElement::getAsJsonObject)
                .map(entry -> entry.get("name").getAsString())
                .collect(Collectors.toSet());
    }

    /** What other variables of the container are made from. */
    private static Set<String> references(JsonObject container) {
        return REFERENCE
                .matcher(container.getAsJsonArray("env").toString())
                .results()
                .map(it -> it.group(1))
                .collect(Collectors.toSet());
    }
}
