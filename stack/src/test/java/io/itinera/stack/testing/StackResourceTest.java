package io.itinera.stack.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;

class StackResourceTest {

    @Test
    void everyModuleHasNamesOfItsOwnAndTakesThemAway() throws Exception {
        StackResource one = resource("kafka,postgres");
        StackResource other = resource("kafka,postgres");
        Map<String, String> mine = one.start();
        Map<String, String> theirs = other.start();
        try (Admin admin =
                Admin.create(Map.of("bootstrap.servers", mine.get("kafka.bootstrap.servers")))) {
            String prefix = mine.get("itinera.topics.prefix");
            admin.createTopics(List.of(new NewTopic(prefix + "events", 1, (short) 1))).all().get();
            assertNotEquals(prefix, theirs.get("itinera.topics.prefix"));
            assertNotEquals(
                    mine.get("quarkus.datasource.jdbc.url"),
                    theirs.get("quarkus.datasource.jdbc.url"));
            assertTrue(mine.get("quarkus.kafka-streams.application-id").startsWith(prefix));
            assertTrue(canConnect(mine));

            one.stop();

            assertFalse(canConnect(mine));
            assertTrue(canConnect(theirs));
            assertEquals(
                    List.of(),
                    admin.listTopics().names().get().stream()
                            .filter(it -> it.startsWith(prefix))
                            .toList());
        } finally {
            other.stop();
        }
    }

    @Test
    void onlyWhatIsNeededIsConfigured() {
        StackResource resource = resource("redis,inbox");

        Map<String, String> config = resource.start();
        resource.stop();

        assertEquals(
                Set.of(
                        "itinera.data-dir",
                        "quarkus.redis.hosts",
                        "itinera.inbox.url",
                        "itinera.smtp.host",
                        "itinera.smtp.port",
                        "quarkus.mailer.host",
                        "quarkus.mailer.port"),
                config.keySet());
    }

    private static StackResource resource(String needs) {
        StackResource resource = new StackResource();
        resource.init(Map.of("needs", needs));
        return resource;
    }

    private static boolean canConnect(Map<String, String> config) {
        try (Connection connection =
                DriverManager.getConnection(
                        config.get("quarkus.datasource.jdbc.url"),
                        config.get("quarkus.datasource.username"),
                        config.get("quarkus.datasource.password"))) {
            return connection.isValid(5);
        } catch (SQLException e) {
            return false;
        }
    }
}
