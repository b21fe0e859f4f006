package io.itinera.stack.testing;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Names on a shared stack that nobody else uses. */
record OwnNames(String id) {

    static OwnNames random() {
        return new OwnNames("t" + UUID.randomUUID().toString().substring(0, 8));
    }

    String topicPrefix() {
        return id + ".";
    }

    /** Begins with the topic prefix, so that Kafka Streams' own topics are found by it too. */
    String applicationId() {
        return id + ".streams";
    }

    String database() {
        return "t_" + id.substring(1);
    }

    void createDatabase(StackAddresses stack) {
        execute(stack, "create database " + database());
    }

    void dropDatabase(StackAddresses stack) {
        execute(stack, "drop database if exists " + database() + " with (force)");
    }

    void deleteTopics(StackAddresses stack) {
        StackAddresses.Kafka kafka = Objects.requireNonNull(stack.kafka());
        try (Admin admin =
                Admin.create(
                        Map.of(
                                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                                kafka.bootstrapServers()))) {
            List<String> own =
                    admin.listTopics().names().get().stream()
                            .filter(it -> it.startsWith(topicPrefix()))
                            .toList();
            admin.deleteTopics(own).all().get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof UnknownTopicOrPartitionException)) {
                throw new IllegalStateException("Cannot delete the topics of " + id, e);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void execute(StackAddresses stack, String sql) {
        StackAddresses.Postgres postgres = Objects.requireNonNull(stack.postgres());
        try (Connection connection =
                        DriverManager.getConnection(
                                postgres.jdbcUrl("postgres"),
                                postgres.user(),
                                postgres.password());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }
}
