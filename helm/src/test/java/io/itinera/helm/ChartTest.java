package io.itinera.helm;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.marcnuri.helm.Helm;
import com.marcnuri.helm.LintResult;
import com.marcnuri.helm.TemplateCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ChartTest {
    private static final Set<String> SERVICES =
            Set.of("gateway", "collector", "segmentation", "journeys", "messaging", "insights");

    @ParameterizedTest
    @ValueSource(strings = {"cluster", "laptop"})
    void chartLints(String values, @TempDir Path copy) throws IOException {
        Path chart =
                ValuesMerge.chartWith(
                        Chart.DIRECTORY, Chart.values(values), copy.resolve("itinera"));
        LintResult result = new Helm(chart).lint().strict().call();
        assertFalse(result.isFailed(), () -> String.join("\n", result.getMessages()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"cluster", "laptop"})
    void everyManifestHasOnlyWhatItsKindHas(String values) {
        assertAll(Chart.rendered(values).stream().map(manifest -> manifest::checkStrictly));
    }

    @Test
    void strictCheckRefusesAFieldThatTheKindHasNot() {
        Manifest misspelt =
                Manifest.readAll(
                                """
                                apiVersion: v1
                                kind: Service
                                metadata: {name: x}
                                spec: {selectors: {a: b}}
                                """)
                        .getFirst();
        assertThrows(IllegalArgumentException.class, misspelt::checkStrictly);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cluster", "laptop"})
    void everyServiceRunsAndIsReachedByName(String values) {
        List<Manifest> manifests = Chart.rendered(values);
        Set<String> expected = new TreeSet<>();
        SERVICES.forEach(service -> expected.add("itinera-" + service));
        assertEquals(expected, names(manifests, "Deployment", "StatefulSet"));
        assertTrue(names(manifests, "/Service").containsAll(expected));
    }

    @Test
    void everyContainerIsConfinedProbedAndBounded() {
        Stream<Executable> checks =
                Chart.rendered("cluster").stream()
                        .filter(manifest -> !manifest.kind().endsWith("Job"))
                        .flatMap(manifest -> manifest.containers().stream())
                        .map(container -> () -> assertConfined(container));
        assertAll(checks);
    }

    private static void assertConfined(JsonObject container) {
        JsonObject security = container.getAsJsonObject("securityContext");
        assertTrue(security.get("readOnlyRootFilesystem").getAsBoolean());
        assertFalse(security.get("allowPrivilegeEscalation").getAsBoolean());
        assertTrue(
                container
                        .keySet()
                        .containsAll(Set.of("livenessProbe", "readinessProbe", "startupProbe")));
        assertTrue(container.getAsJsonObject("resources").keySet().contains("limits"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"cluster", "laptop"})
    void noPodRunsAsRoot(String values) {
        assertAll(
                Chart.rendered(values).stream()
                        .map(Manifest::pod)
                        .filter(pod -> pod != null)
                        .map(pod -> pod.getAsJsonObject("securityContext"))
                        .map(
                                context ->
                                        () ->
                                                assertTrue(
                                                        context.get("runAsNonRoot")
                                                                .getAsBoolean())));
    }

    @Test
    void topicJobRunsOnceForEachRevisionAndServicesLeaveTheTopicsToIt() {
        List<Manifest> manifests = Chart.rendered("cluster");
        assertEquals(Set.of("itinera-topics-1"), names(manifests, "Job"));
        assertAll(
                manifests.stream()
                        .filter(manifest -> !manifest.kind().endsWith("Job"))
                        .flatMap(manifest -> manifest.containers().stream())
                        .map(ChartTest::environment)
                        .map(names -> () -> assertTrue(names.contains("ITINERA_TOPICS_CREATE"))));
    }

    @Test
    void gatewayTellsThePageWhereEventsAreSent() {
        List<Manifest> told =
                Chart.rendered("cluster").stream()
                        .filter(manifest -> manifest.kind().endsWith("Deployment"))
                        .filter(
                                manifest ->
                                        environment(manifest.containers().getFirst())
                                                .contains("ITINERA_COLLECTOR_URL"))
                        .toList();
        assertEquals(Set.of("itinera-gateway"), names(told, "Deployment"));
    }

    @Test
    void everyServiceListensWhereItIsProbed() {
        assertAll(
                Chart.rendered("cluster").stream()
                        .filter(manifest -> !manifest.kind().endsWith("Job"))
                        .flatMap(manifest -> manifest.containers().stream())
                        .map(
                                container ->
                                        () ->
                                                assertEquals(
                                                        port(container),
                                                        value(container, "QUARKUS_HTTP_PORT"))));
    }

    private static String port(JsonObject container) {
        JsonObject port = container.getAsJsonArray("ports").get(0).getAsJsonObject();
        return Integer.toString(port.get("containerPort").getAsInt());
    }

    private static String value(JsonObject container, String name) {
        return container.getAsJsonArray("env").asList().stream()
                .map(entry -> entry.getAsJsonObject())
                .filter(entry -> entry.get("name").getAsString().equals(name))
                .map(entry -> entry.get("value").getAsString())
                .findFirst()
                .orElse("absent");
    }

    private static Set<String> environment(JsonObject container) {
        return container.getAsJsonArray("env").asList().stream()
                .map(entry -> entry.getAsJsonObject().get("name").getAsString())
                .collect(Collectors.toSet());
    }

    @Test
    void missingValuesAreNamed() {
        String refusal = refusal(new Helm(Chart.DIRECTORY).template());
        assertTrue(refusal.contains("bootstrapServers"), refusal);
    }

    @ParameterizedTest
    @CsvSource({"collector.replica, 3", "insights.replicas, 2", "kafka.replicationFactor, 0"})
    void valueThatCannotBeIsRefusedByName(String key, String value) {
        String refusal =
                refusal(
                        new Helm(Chart.DIRECTORY)
                                .template()
                                .withValuesFile(Chart.values("cluster"))
                                .set(key, value));
        assertTrue(refusal.contains(key.substring(key.indexOf('.') + 1)), refusal);
    }

    private static String refusal(TemplateCommand command) {
        return assertThrows(RuntimeException.class, command::call).getMessage();
    }

    @Test
    void laptopsManifestsHaveOnlyWhatTheirKindsHave() throws IOException {
        try (Stream<Path> files = Files.list(Chart.ROOT.resolve("k8s/laptop"))) {
            List<Path> manifests =
                    files.filter(
                                    file ->
                                            !Set.of("kustomization.yaml", "values.yaml")
                                                    .contains(file.getFileName().toString()))
                            .toList();
            assertFalse(manifests.isEmpty());
            for (Path file : manifests) {
                for (Manifest manifest : Manifest.readAll(Files.readString(file))) {
                    manifest.checkStrictly();
                }
            }
        }
    }

    private static Set<String> names(List<Manifest> manifests, String... kinds) {
        return manifests.stream()
                .filter(manifest -> Stream.of(kinds).anyMatch(manifest.kind()::endsWith))
                .map(Manifest::name)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
