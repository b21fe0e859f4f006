package io.itinera.stack.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.itinera.stack.process.Child;
import io.itinera.stack.process.FreePorts;
import io.itinera.stack.process.Home;
import io.itinera.stack.process.Leftovers;
import io.itinera.stack.process.Quiet;
import io.itinera.stack.process.StopOutcome;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each server starts, is used, stops in order, starts again and has what it was told. */
class ServersTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    @TempDir private Path directory;

    private Home home() {
        return new Home(Home.findProject(), directory);
    }

    @BeforeAll
    static void keepQuiet() {
        Quiet.kafkaClient();
    }

    @AfterEach
    void endWhatIsLeft() throws Exception {
        Leftovers.end(home());
    }

    @Test
    void kafkaKeepsItsRecordsAcrossARestart() throws Exception {
        List<Integer> ports = FreePorts.pick(2);
        KafkaServer kafka = new KafkaServer(ports.get(0), ports.get(1));
        Child first = kafka.start(home());
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()));
                KafkaProducer<String, String> producer =
                        new KafkaProducer<>(
                                Map.of("bootstrap.servers", kafka.bootstrapServers()),
                                new StringSerializer(),
                                new StringSerializer())) {
            admin.createTopics(List.of(new NewTopic("t", 1, (short) 1))).all().get();
            producer.send(new ProducerRecord<>("t", "k", "kept")).get();
        }

        assertEquals(StopOutcome.IN_ORDER, first.stop(SOON));
        kafka.start(home());

        assertEquals(List.of("kept"), values(kafka));
    }

    @Test
    void postgresKeepsItsRowsAcrossAKillAndMakesItsDatabases() throws Exception {
        PostgresServer postgres =
                new PostgresServer(
                        FreePorts.pick(1).getFirst(),
                        "secret",
                        Durability.KEPT,
                        List.of("orders", "people"));
        Child first = postgres.start(home());
        execute(postgres, "create table t (v text)");
        execute(postgres, "insert into t values ('kept')");

        first.kill();
        Child second = postgres.start(home());

        assertEquals("kept", query(postgres, "select v from t"));
        assertEquals("on", query(postgres, "show fsync"));
        assertEquals(StopOutcome.IN_ORDER, second.stop(SOON));
    }

    @Test
    void redisKeepsItsKeysAcrossARestart() throws Exception {
        RedisServer redis = new RedisServer(FreePorts.pick(1).getFirst(), Durability.KEPT);
        Child first = redis.start(home());
        assertEquals("+OK", redis(redis, "SET k kept"));

        assertEquals(StopOutcome.IN_ORDER, first.stop(SOON));
        redis.start(home());

        assertEquals("$4", redis(redis, "GET k"));
    }

    @Test
    void theInboxKeepsItsMailAcrossARestart() throws Exception {
        List<Integer> ports = FreePorts.pick(2);
        InboxServer inbox = new InboxServer(ports.get(0), ports.get(1));
        Child first = inbox.start(home());
        Smtp.send(inbox.smtpPort(), "ada@example.com", "Kept");

        assertEquals(StopOutcome.IN_ORDER, first.stop(SOON));
        inbox.start(home());

        HttpResponse<String> answer =
                HttpClient.newHttpClient()
                        .send(
                                HttpRequest.newBuilder(URI.create(inbox.url() + "/api/mails/1"))
                                        .build(),
                                HttpResponse.BodyHandlers.ofString());
        assertEquals(200, answer.statusCode());
    }

    private static List<String> values(KafkaServer kafka) {
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(
                        Map.of(
                                "bootstrap.servers",
                                kafka.bootstrapServers(),
                                "auto.offset.reset",
                                "earliest"),
                        new StringDeserializer(),
                        new StringDeserializer())) {
            TopicPartition partition = new TopicPartition("t", 0);
            consumer.assign(List.of(partition));
            long end = consumer.endOffsets(List.of(partition)).get(partition);
            List<String> values = new ArrayList<>();
            while (consumer.position(partition) < end) {
                consumer.poll(Duration.ofSeconds(1)).forEach(it -> values.add(it.value()));
            }
            return values;
        }
    }

    private static void execute(PostgresServer postgres, String sql) throws Exception {
        try (Connection connection = connect(postgres);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String query(PostgresServer postgres, String sql) throws Exception {
        try (Connection connection = connect(postgres);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static Connection connect(PostgresServer postgres) throws Exception {
        return DriverManager.getConnection(
                postgres.jdbcUrl("people"), PostgresServer.USER, postgres.password());
    }

    /** The first line of Redis's answer. */
    private static String redis(RedisServer redis, String command) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), redis.port())) {
            socket.getOutputStream().write((command + "\r\n").getBytes(StandardCharsets.UTF_8));
            return new java.io.BufferedReader(
                            new java.io.InputStreamReader(
                                    socket.getInputStream(), StandardCharsets.UTF_8))
                    .readLine();
        }
    }
}
