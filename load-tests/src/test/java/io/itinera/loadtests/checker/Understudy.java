package io.itinera.loadtests.checker;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Plays the collector over real HTTP and real Kafka, so that bugs can be planted without one in
 * anything that ships. It stumbles honestly: it keeps requests and answers 503 or nothing at all,
 * it turns requests away, and it is killed and started again in the middle.
 */
final class Understudy implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int RESTART_AFTER = 80;

    private final Planted planted;
    private final Intake intake;
    private final Crooked crooked;
    private final Stream stream;
    private final KafkaProducer<byte[], byte[]> producer;
    private final Set<String> kept = new HashSet<>();
    private final List<Out> unwritten = new ArrayList<>();
    private HttpServer server;
    private int requests;
    private int fresh;
    private int dealt;
    private boolean restarting;
    private boolean restarted;

    Understudy(String bootstrapServers, Sinks.Topics topics, Planted planted) throws IOException {
        this.planted = planted;
        this.intake = new Intake(topics);
        this.crooked = new Crooked(planted, intake);
        this.producer = producer(bootstrapServers, Map.of());
        String transactions = "understudy-" + topics.activity();
        this.stream =
                new Stream(
                        producer(
                                bootstrapServers,
                                Map.of(ProducerConfig.TRANSACTIONAL_ID_CONFIG, transactions)),
                        topics.activity(),
                        planted);
        this.server = listen(0);
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private static KafkaProducer<byte[], byte[]> producer(
            String bootstrapServers, Map<String, Object> more) {
        Map<String, Object> settings = new HashMap<>(more);
        settings.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        return new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }

    private HttpServer listen(int port) throws IOException {
        HttpServer fresh =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        fresh.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        fresh.createContext("/", this::handle);
        fresh.start();
        return fresh;
    }

    private void handle(HttpExchange exchange) throws IOException {
        JsonNode batch = JSON.readTree(exchange.getRequestBody()).path("batch");
        takeAndAnswer(exchange, batch);
    }

    /** One at a time, the answer too: what was said before a restart has been heard. */
    private synchronized void takeAndAnswer(HttpExchange exchange, JsonNode batch)
            throws IOException {
        answer(exchange, take(batch, workspace(exchange)));
    }

    /** The write key of a test's tenant is its workspace. */
    private static String workspace(HttpExchange exchange) {
        String basic = exchange.getRequestHeaders().getFirst("authorization");
        String pair = new String(Base64.getDecoder().decode(basic.substring(6)), UTF_8);
        return pair.substring(0, pair.length() - 1);
    }

    /** What is answered: a status and a body; status 0 for no answer. */
    private record Said(int status, String body) {
        static final Said NOTHING = new Said(0, "");

        static Said no(int status) {
            return new Said(status, "");
        }
    }

    private Said take(JsonNode batch, String workspace) throws IOException {
        requests++;
        if (restarting) {
            restart();
            return Said.NOTHING;
        }
        if (requests % 29 == 0) {
            return Said.no(429);
        }
        String first = batch.path(0).toString();
        boolean again = kept.contains(first);
        boolean refusing = !again && ++fresh % 17 == 0;
        if (refusing && !keepsThoughRefused()) {
            return Said.no(413);
        }
        kept.add(first);
        List<Out> honest = intake.of(batch, workspace);
        boolean unsure = requests % 19 == 0 || requests % 23 == 0;
        restarting = !restarted && requests > RESTART_AFTER && !again && !refusing && !unsure;
        write(crooked.of(honest, again));
        if (refusing) {
            return Said.no(413);
        }
        if (requests % 19 == 0) {
            return Said.no(503);
        }
        return requests % 23 == 0 ? Said.NOTHING : new Said(200, success(honest));
    }

    /** Before the restart only: to whom that broke an attempt, nothing was ever refused surely. */
    private boolean keepsThoughRefused() {
        return !restarted && planted.strikes(Bug.REFUSES_AND_KEEPS);
    }

    /**
     * Writes, and answers when the broker has it; a bug answers what the next request would write,
     * and the restart comes first.
     */
    private void write(List<Out> outs) {
        unwritten.addAll(outs);
        if (restarting && planted.isIn(Bug.LOSES_WHAT_WAITED_AT_A_RESTART)) {
            return;
        }
        for (Out out : unwritten) {
            Future<RecordMetadata> _ = producer.send(record(out));
        }
        producer.flush();
        stream.take(unwritten.stream().filter(out -> !intake.isAside(out)).toList());
        unwritten.clear();
    }

    private ProducerRecord<byte[], byte[]> record(Out out) {
        return new ProducerRecord<>(
                out.topic(),
                planted.isIn(Bug.SPREADS_A_KEY_OVER_PARTITIONS)
                        ? Integer.valueOf(dealt++ % producer.partitionsFor(out.topic()).size())
                        : null,
                out.receivedAtMs() + (planted.strikes(Bug.STAMPS_THE_RECORD_OTHERWISE) ? 1 : 0),
                out.key().getBytes(UTF_8),
                out.json().toString().getBytes(UTF_8));
    }

    /** As kill -9 does it: what is in memory only is gone, and so are the connections. */
    private void restart() throws IOException {
        restarting = false;
        restarted = true;
        unwritten.clear();
        int port = server.getAddress().getPort();
        server.stop(0);
        server = listen(port);
    }

    private String success(List<Out> honest) {
        List<String> rejected = new ArrayList<>();
        for (int i = 0; i < honest.size(); i++) {
            if (intake.isAside(honest.get(i))) {
                rejected.add("{\"index\":" + i + "}");
            }
        }
        return "{\"success\":true,\"rejected\":[" + String.join(",", rejected) + "]}";
    }

    private static void answer(HttpExchange exchange, Said said) throws IOException {
        if (said.status() == 0) {
            exchange.close();
            return;
        }
        byte[] body = said.body().getBytes(UTF_8);
        exchange.getResponseHeaders().set("retry-after", "0");
        exchange.sendResponseHeaders(said.status(), body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
        producer.close();
        stream.close();
    }
}
