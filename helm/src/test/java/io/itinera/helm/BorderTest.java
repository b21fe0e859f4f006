package io.itinera.helm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.marcnuri.helm.TemplateCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who gets in, and how far. */
final class BorderTest {
    private static final Path PAGE = Chart.ROOT.resolve("gateway/src/main/webui");
    private static final Pattern PLACE = Pattern.compile("path: '(/[a-z][a-z0-9-]*)");

    @ParameterizedTest
    @CsvSource({
        "gateway, /",
        "gateway, /api/me",
        "gateway, /login",
        "gateway, /logout",
        "gateway, /w/1/journeys/2",
        "gateway, /assets/index-1.js",
        "collector, /v1/batch",
        "collector, /v1/import/",
        "collector, /itinera.js",
        "collector, /batch/",
        "collector, /capture/",
        "collector, /e/",
        "collector, /i/v0/e/",
        "collector, /decide/",
        "collector, /flags/",
        "collector, /array/key/config.js",
        "collector, /api/s/track",
        "collector, /api/public/apps/batch",
        "collector, /mp/collect",
        "collector, /debug/mp/collect",
        "collector, /g/collect",
        "collector, /g/key/g/collect",
        "collector, /beacon/v1/batch",
        "collector, /pixel/v1/track",
        "collector, /sourceConfig/",
        "collector, /cloudevents",
        "collector, /hooks/key",
        "segmentation, /public/personalisation/key",
        "messaging, /public/unsubscribe/1",
        "messaging, /public/pictures/placeholder.png"
    })
    void ingressLetsInWhatIsForEverybody(String service, String path) {
        assertTrue(routed(service, path));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/q", "/q/", "/q/health/ready", "/q/metrics", "/q/openapi", "/q/dev-ui"})
    void noIngressLetsInWhatIsForOperators(String path) {
        assertEquals(
                Set.of(),
                ingresses()
                        .map(Manifest::name)
                        .filter(name -> routed(name.substring("itinera-".length()), path))
                        .collect(Collectors.toSet()));
    }

    @ParameterizedTest
    @CsvSource({
        "collector, /",
        "collector, /events",
        "collector, /v10",
        "collector, /api/workspaces",
        "collector, /debug/pprof",
        "collector, /i",
        "segmentation, /",
        "segmentation, /segments",
        "messaging, /",
        "messaging, /deliveries"
    })
    void ingressLetsNobodyInBesideTheGateway(String service, String path) {
        assertFalse(routed(service, path));
    }

    @Test
    void everyPlaceOfThePageIsReachedThroughTheIngress() throws IOException {
        Set<String> places = new TreeSet<>();
        PLACE.matcher(Files.readString(PAGE.resolve("src/router.ts")))
                .results()
                .map((MatchResult it) -> it.group(1))
                .forEach(places::add);
        try (Stream<Path> files = Files.list(PAGE.resolve("public"))) {
            files.map(file -> "/" + file.getFileName()).forEach(places::add);
        }
        assertTrue(places.contains("/w"), places.toString());
        places.removeIf(place -> routed("gateway", place));
        assertEquals(Set.of(), places);
    }

    @Test
    void everyPolicyNamesWhoComesIn() {
        Set<String> open =
                policies()
                        .filter(
                                policy ->
                                        rules(policy).asList().stream()
                                                .map(JsonElement::getAsJsonObject)
                                                .anyMatch(rule -> peers(rule).isEmpty()))
                        .map(Manifest::name)
                        .collect(Collectors.toSet());
        assertEquals(6, policies().count());
        assertEquals(Set.of(), open);
    }

    @Test
    void ingressControllerReachesWhatHasAnIngressAndNothingElse() {
        Set<String> reached =
                policies()
                        .filter(policy -> rules(policy).toString().contains("\"10.1.0.0/16\""))
                        .map(Manifest::name)
                        .collect(Collectors.toSet());
        assertEquals(ingresses().map(Manifest::name).collect(Collectors.toSet()), reached);
    }

    @Test
    void policyThatWouldLetEverybodyInIsRefused() {
        TemplateCommand command = Chart.template("cluster").set("networkPolicy.ingressFrom", "{}");
        RuntimeException refusal = assertThrows(RuntimeException.class, command::call);
        assertTrue(refusal.getMessage().contains("ingressFrom"), refusal.getMessage());
    }

    private static Stream<Manifest> ingresses() {
        return Chart.rendered("cluster").stream().filter(it -> it.kind().endsWith("Ingress"));
    }

    private static Stream<Manifest> policies() {
        return Manifest.readAll(
                        Chart.template("cluster")
                                .set("networkPolicy.ingressFrom[0].ipBlock.cidr", "10.1.0.0/16")
                                .call())
                .stream()
                .filter(it -> it.kind().endsWith("NetworkPolicy"));
    }

    private static JsonArray rules(Manifest policy) {
        return policy.json().getAsJsonObject("spec").getAsJsonArray("ingress");
    }

    private static JsonArray peers(JsonObject rule) {
        return rule.has("from") ? rule.getAsJsonArray("from") : new JsonArray();
    }

    /** Whether the service's ingress passes this path on, as ingress controllers match paths. */
    private static boolean routed(String service, String path) {
        JsonObject ingress =
                ingresses()
                        .filter(it -> it.name().equals("itinera-" + service))
                        .findFirst()
                        .orElseThrow()
                        .json();
        return ingress
                .getAsJsonObject("spec")
                .getAsJsonArray("rules")
                .get(0)
                .getAsJsonObject()
                .getAsJsonObject("http")
                .getAsJsonArray("paths")
                .asList()
                .stream()
                .map(JsonElement::getAsJsonObject)
                .anyMatch(rule -> matches(rule, path));
    }

    private static boolean matches(JsonObject rule, String path) {
        String prefix = rule.get("path").getAsString();
        if (rule.get("pathType").getAsString().equals("Exact")) {
            return path.equals(prefix);
        }
        return prefix.equals("/") || path.equals(prefix) || path.startsWith(prefix + "/");
    }
}
