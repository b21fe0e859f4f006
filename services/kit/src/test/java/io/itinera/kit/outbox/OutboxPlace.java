package io.itinera.kit.outbox;

import io.itinera.contracts.Topics;
import io.itinera.kit.topics.TopicCreator;
import io.itinera.kit.topics.TopicNames;
import io.itinera.kit.topics.TopicSpecs;
import io.itinera.stack.testing.ServerName;
import io.itinera.stack.testing.StackAddresses;
import io.itinera.stack.testing.TestStack;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.pgclient.PgBuilder;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.pgclient.PgConnectOptions;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/** A database with an outbox, topics, and relays between them, for one test. */
final class OutboxPlace {
    static final int PARTITIONS = 8;
    static final String TRACE = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    private final String id = UUID.randomUUID().toString().replace("-", "");
    private final TopicNames names = new TopicNames("kit-" + id + ".");
    private final List<OutboxRelay> relays = new ArrayList<>();
    private final Vertx vertx = Vertx.vertx();
    private StackAddresses stack;
    private Pool pool;

    void open() {
        stack = TestStack.attach(EnumSet.of(ServerName.KAFKA, ServerName.POSTGRES));
        execute("postgres", "create database outbox_" + id);
        execute("outbox_" + id, migration());
        try (Admin admin = Admin.create(kafka())) {
            new TopicCreator(admin, names, (short) 1)
                    .create(
                            List.of(
                                    TopicSpecs.of(Topics.OUTCOMES),
                                    TopicSpecs.of(Topics.SEGMENTS)));
        }
        StackAddresses.Postgres postgres = Objects.requireNonNull(stack.postgres());
        PgConnectOptions options =
                PgConnectOptions.fromUri(postgres.reactiveUrl("outbox_" + id))
                        .setUser(postgres.user())
                        .setPassword(postgres.password());
        pool = PgBuilder.pool().connectingTo(options).using(vertx).build();
    }

    void close() {
        stopRelays();
        pool.close().await().indefinitely();
        vertx.close().await().indefinitely();
        execute("postgres", "drop database outbox_" + id + " with (force)");
        try (Admin admin = Admin.create(kafka())) {
            admin.deleteTopics(List.of(names.of(Topics.OUTCOMES), names.of(Topics.SEGMENTS)))
                    .all()
                    .get();
        } catch (ExecutionException | InterruptedException undeleted) {
            throw new IllegalStateException("the test's topics stay", undeleted);
        }
    }

    void startRelay() {
        startRelay(Map.of());
    }

    /** Starts a relay whose producer has these settings too. */
    void startRelay(Map<String, Object> producer) {
        Map<String, Object> settings = new HashMap<>(kafka());
        settings.putAll(producer);
        OutboxRelay relay = new OutboxRelay(pool, settings, names);
        relay.start();
        relays.add(relay);
    }

    void stopRelays() {
        relays.forEach(OutboxRelay::stop);
        relays.clear();
    }

    /** Appends as {@link Outbox} does and tells when the row was created. */
    Instant append(String topic, String key, @Nullable String value, Spread spread) {
        return appendAll(topic, key, Collections.singletonList(value), spread);
    }

    /** Appends over a plain connection, in a transaction that commits. */
    void appendPlainly(List<OutboxRow> rows) {
        pool.withTransaction(connection -> PlainOutbox.append(connection, rows))
                .await()
                .indefinitely();
    }

    /** Appends several in one transaction, in order. */
    Instant appendAll(String topic, String key, List<@Nullable String> values, Spread spread) {
        String sql =
                "insert into outbox (topic, key, value, headers, every_partition)"
                        + " select ?, ?, value, cast(? as jsonb), ?"
                        + " from unnest(?) with ordinality as list(value, place) order by place"
                        + " returning created";
        try (Connection connection = connect("outbox_" + id);
                PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setString(1, topic);
            insert.setString(2, key);
            insert.setString(3, "{\"traceparent\": \"" + TRACE + "\"}");
            insert.setBoolean(4, spread == Spread.EVERY_PARTITION);
            insert.setArray(5, connection.createArrayOf("text", values.toArray()));
            try (ResultSet row = insert.executeQuery()) {
                row.next();
                return row.getObject(1, OffsetDateTime.class).toInstant();
            }
        } catch (SQLException failed) {
            throw new IllegalStateException("rows cannot be appended", failed);
        }
    }

    /** From here on a relay that told a row fails before the row is gone. */
    void refuseDeletions() {
        execute(
                "outbox_" + id,
                """
                create function refuse() returns trigger language plpgsql as
                $$ begin raise exception 'not now'; end $$;
                create trigger refuse before delete on outbox
                for each statement execute function refuse();
                """);
    }

    void allowDeletions() {
        execute("outbox_" + id, "drop trigger refuse on outbox");
    }

    /** Ends the connection of the relay that has the claim, as a failing network would. */
    void cutClaimant() {
        execute(
                "outbox_" + id,
                "select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and granted"
                        + " and database = (select oid from pg_database where datname = current_database())");
    }

    long claims() {
        return count(
                "select count(*) from pg_locks where locktype = 'advisory' and granted"
                        + " and database = (select oid from pg_database where datname = current_database())");
    }

    long rows() {
        return count("select count(*) from outbox");
    }

    /** Everything on the topic, once there is as much as this. */
    List<ConsumerRecord<String, String>> awaitRecords(String topic, int atLeast) {
        List<ConsumerRecord<String, String>> records = new ArrayList<>();
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(kafka(), new StringDeserializer(), new StringDeserializer())) {
            List<TopicPartition> partitions =
                    IntStream.range(0, PARTITIONS)
                            .mapToObj(it -> new TopicPartition(names.of(topic), it))
                            .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Awaitility.await()
                    .atMost(Duration.ofSeconds(60))
                    .until(
                            () -> {
                                consumer.poll(Duration.ofMillis(100)).forEach(records::add);
                                return records.size() >= atLeast;
                            });
        }
        return records;
    }

    private long count(String sql) {
        try (Connection connection = connect("outbox_" + id);
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            result.next();
            return result.getLong(1);
        } catch (SQLException failed) {
            throw new IllegalStateException(sql, failed);
        }
    }

    private Map<String, Object> kafka() {
        return Map.of(
                "bootstrap.servers", Objects.requireNonNull(stack.kafka()).bootstrapServers());
    }

    private void execute(String database, String sql) {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failed) {
            throw new IllegalStateException(sql, failed);
        }
    }

    private Connection connect(String database) throws SQLException {
        StackAddresses.Postgres postgres = Objects.requireNonNull(stack.postgres());
        return DriverManager.getConnection(
                postgres.jdbcUrl(database), postgres.user(), postgres.password());
    }

    private static String migration() {
        try (InputStream sql =
                Objects.requireNonNull(
                        OutboxPlace.class.getResourceAsStream("/db/kit/V0_1__outbox.sql"))) {
            return new String(sql.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
