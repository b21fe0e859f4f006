package io.itinera.stack.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.itinera.stack.process.Home;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ServiceEnvironmentTest {

    private static final Home HOME = Home.of(Path.of("/itinera"));

    private static final Settings SETTINGS =
            new Settings(
                    HOME,
                    Ports.choose(port -> true),
                    new Secrets(
                            "private",
                            "public",
                            "password",
                            "link",
                            "session",
                            "client",
                            "settings"));

    @Test
    void aStreamsServiceIsToldOfKafkaAndItsDatabase() {
        assertEquals(
                new TreeMap<>(
                        Map.ofEntries(
                                Map.entry("QUARKUS_HTTP_HOST", "127.0.0.1"),
                                Map.entry("QUARKUS_HTTP_PORT", "8083"),
                                Map.entry("ITINERA_DATA_DIR", "/itinera/.itinera/data/journeys"),
                                Map.entry("ITINERA_TOPICS_PREFIX", "itinera."),
                                Map.entry("ITINERA_INTERNAL_PUBLIC_KEYS", "public"),
                                Map.entry("KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:19092"),
                                Map.entry(
                                        "QUARKUS_KAFKA_STREAMS_BOOTSTRAP_SERVERS",
                                        "127.0.0.1:19092"),
                                Map.entry("KAFKA_STREAMS_NUM_STANDBY_REPLICAS", "1"),
                                Map.entry("ITINERA_SELF", "127.0.0.1:8083"),
                                Map.entry(
                                        "KAFKA_STREAMS_STATE_DIR",
                                        "/itinera/.itinera/data/journeys/state"),
                                Map.entry(
                                        "QUARKUS_DATASOURCE_REACTIVE_URL",
                                        "postgresql://127.0.0.1:15432/journeys"),
                                Map.entry(
                                        "QUARKUS_DATASOURCE_JDBC_URL",
                                        "jdbc:postgresql://127.0.0.1:15432/journeys"),
                                Map.entry("QUARKUS_DATASOURCE_USERNAME", "itinera"),
                                Map.entry("QUARKUS_DATASOURCE_PASSWORD", "password"))),
                new TreeMap<>(of(Service.JOURNEYS)));
    }

    @Test
    void aSecondInstanceSharesTheDatabaseAndHasItsOwnAddressAndState() {
        Service second =
                Service.SECONDS.stream()
                        .filter(it -> it.name().equals("journeys-2"))
                        .findFirst()
                        .orElseThrow();
        Map<String, String> expected = new TreeMap<>(of(Service.JOURNEYS));
        expected.putAll(
                Map.of(
                        "QUARKUS_HTTP_PORT",
                        "8093",
                        "ITINERA_SELF",
                        "127.0.0.1:8093",
                        "ITINERA_DATA_DIR",
                        "/itinera/.itinera/data/journeys-2",
                        "KAFKA_STREAMS_STATE_DIR",
                        "/itinera/.itinera/data/journeys-2/state"));

        assertEquals(expected, new TreeMap<>(of(second)));
    }

    @Test
    void theGatewayAloneHasThePrivateKeyAndKnowsTheOthers() {
        Map<String, String> gateway = of(Service.GATEWAY);

        assertEquals("private", gateway.get("ITINERA_INTERNAL_PRIVATE_KEY"));
        assertEquals("http://127.0.0.1:8085", gateway.get("ITINERA_SERVICES_INSIGHTS"));
        assertEquals(SETTINGS.url(PortName.COLLECTOR), gateway.get("ITINERA_COLLECTOR_URL"));
        assertEquals(
                "http://localhost:8180/realms/itinera",
                gateway.get("QUARKUS_OIDC_AUTH_SERVER_URL"));
        for (Service service : Service.ALL) {
            assertEquals(
                    service.equals(Service.GATEWAY),
                    of(service).containsKey("ITINERA_INTERNAL_PRIVATE_KEY"));
        }
    }

    @Test
    void gatewayAndCollectorAloneCanOpenWhatIsSealedInSettings() {
        for (Service service : Service.ALL) {
            boolean opens = Set.of(Service.GATEWAY, Service.COLLECTOR).contains(service);
            assertEquals(opens ? "settings" : null, of(service).get("ITINERA_SETTINGS_KEY"));
        }
    }

    @Test
    void messagingIsToldWhereMailGoesAndUnderWhichAddressItsLinksWork() {
        Map<String, String> messaging = of(Service.MESSAGING);

        assertEquals("2525", messaging.get("ITINERA_SMTP_PORT"));
        assertEquals("http://localhost:8084", messaging.get("ITINERA_PUBLIC_URL"));
        assertEquals("link", messaging.get("ITINERA_LINK_SECRET"));
    }

    private static Map<String, String> of(Service service) {
        return new ServiceEnvironment(SETTINGS, Servers.of(SETTINGS)).of(service);
    }
}
