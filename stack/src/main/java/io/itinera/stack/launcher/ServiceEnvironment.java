package io.itinera.stack.launcher;

import io.itinera.stack.server.KeycloakServer;
import io.itinera.stack.server.PostgresServer;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the launcher tells a service; the same variables configure it in a cluster. */
record ServiceEnvironment(Settings settings, Servers servers) {

    Map<String, String> of(Service service) {
        Path data = settings.home().data(service.name());
        int port = settings.ports().of(service.port());
        Map<String, String> all = new LinkedHashMap<>();
        all.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        all.put("QUARKUS_HTTP_PORT", Integer.toString(port));
        all.put("ITINERA_DATA_DIR", data.toString());
        all.put("ITINERA_TOPICS_PREFIX", "itinera.");
        all.put("ITINERA_INTERNAL_PUBLIC_KEYS", settings.secrets().internalPublicKey());
        for (Service.Need need : service.needs()) {
            all.putAll(of(need, service, data));
        }
        if (service.equals(Service.GATEWAY) || service.equals(Service.COLLECTOR)) {
            all.put("ITINERA_SETTINGS_KEY", settings.secrets().settingsKey());
        }
        if (service.equals(Service.GATEWAY)) {
            all.putAll(gateway());
        }
        if (service.equals(Service.MESSAGING)) {
            all.put("ITINERA_PUBLIC_URL", settings.url(PortName.MESSAGING));
            all.put("ITINERA_LINK_SECRET", settings.secrets().linkSecret());
        }
        return all;
    }

    private Map<String, String> of(Service.Need need, Service service, Path data) {
        return switch (need) {
            case KAFKA -> Map.of("KAFKA_BOOTSTRAP_SERVERS", servers.kafka().bootstrapServers());
            case STREAMS ->
                    Map.of(
                            "QUARKUS_KAFKA_STREAMS_BOOTSTRAP_SERVERS",
                            servers.kafka().bootstrapServers(),
                            "ITINERA_SELF",
                            "127.0.0.1:" + settings.ports().of(service.port()),
                            "KAFKA_STREAMS_STATE_DIR",
                            data.resolve("state").toString(),
                            "KAFKA_STREAMS_NUM_STANDBY_REPLICAS",
                            "1");
            case POSTGRES ->
                    Map.of(
                            "QUARKUS_DATASOURCE_REACTIVE_URL",
                            servers.postgres().reactiveUrl(service.service()),
                            "QUARKUS_DATASOURCE_JDBC_URL",
                            servers.postgres().jdbcUrl(service.service()),
                            "QUARKUS_DATASOURCE_USERNAME",
                            PostgresServer.USER,
                            "QUARKUS_DATASOURCE_PASSWORD",
                            servers.postgres().password());
            case REDIS -> Map.of("QUARKUS_REDIS_HOSTS", servers.redis().url());
            case KEYCLOAK ->
                    Map.of(
                            "QUARKUS_OIDC_AUTH_SERVER_URL",
                            servers.keycloak().issuer(),
                            "QUARKUS_OIDC_CLIENT_ID",
                            KeycloakServer.CLIENT,
                            "QUARKUS_OIDC_CREDENTIALS_SECRET",
                            servers.keycloak().clientSecret());
            case INBOX ->
                    Map.of(
                            "ITINERA_SMTP_HOST",
                            "127.0.0.1",
                            "ITINERA_SMTP_PORT",
                            Integer.toString(servers.inbox().smtpPort()));
        };
    }

    private Map<String, String> gateway() {
        return Map.of(
                "ITINERA_INTERNAL_PRIVATE_KEY", settings.secrets().internalPrivateKey(),
                "ITINERA_SESSION_ENCRYPTION_KEY", settings.secrets().sessionKey(),
                "ITINERA_BOOTSTRAP_CLAIM", "roles",
                "ITINERA_BOOTSTRAP_VALUE", "itinera-bootstrap",
                "ITINERA_COLLECTOR_URL", settings.url(PortName.COLLECTOR),
                "ITINERA_SERVICES_COLLECTOR", internal(PortName.COLLECTOR),
                "ITINERA_SERVICES_SEGMENTATION", internal(PortName.SEGMENTATION),
                "ITINERA_SERVICES_JOURNEYS", internal(PortName.JOURNEYS),
                "ITINERA_SERVICES_MESSAGING", internal(PortName.MESSAGING),
                "ITINERA_SERVICES_INSIGHTS", internal(PortName.INSIGHTS));
    }

    private String internal(PortName name) {
        return "http://127.0.0.1:" + settings.ports().of(name);
    }
}
