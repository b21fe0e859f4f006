package io.itinera.collector;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.itinera.collector.lag.LagReports;
import io.itinera.contracts.Topics;
import io.itinera.contracts.events.Event;
import io.itinera.contracts.events.EventsRecord;
import io.itinera.contracts.events.LagReport;
import io.itinera.contracts.quarantine.Quarantined;
import io.itinera.contracts.settings.Source;
import io.itinera.kit.records.JsonCodec;
import io.itinera.kit.testing.TestTokens;
import io.itinera.stack.testing.StackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.zip.GZIPOutputStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
        value = StackResource.class,
        initArgs = @ResourceArg(name = "needs", value = "kafka,postgres"))
class ImportsTest {
    private static final JsonCodec<EventsRecord> EVENTS = JsonCodec.of(EventsRecord.class);

    /** The window, what both sockets hold, and some room; a quarter of the file. */
    private static final long MOST_AHEAD = 12L * 1024 * 1024;

    private static final JsonCodec<Quarantined> QUARANTINED = JsonCodec.of(Quarantined.class);

    @Inject Broker broker;
    @Inject Collector collector;
    @Inject Declarations declarations;
    @Inject LagReports reports;

    @TestHTTPResource("/imports")
    URI imports;

    private final String key = UUID.randomUUID().toString();
    private final Source source = Broker.source(key, true);

    /** Whoever builds watermarks stands here. */
    @Singleton
    static final class Declarations {
        private final Queue<CompleteUpTo> told = new ConcurrentLinkedQueue<>();

        void hear(@Observes CompleteUpTo declared) {
            told.add(declared);
        }
    }

    @BeforeEach
    void sourceIsKnownAndTheDatabaseIsThere() {
        broker.publish(source);
        await().until(() -> collector.isKnown(key));
        await().until(() -> given().get("/q/health/ready").statusCode() == 200);
        await().until(() -> person().get("/imports").statusCode() == 200);
    }

    @Test
    void rowsOfAFileAreHistoryAndStandOnTheTopic() {
        String id = begin("");
        send(id, 0, row("m1") + row("m2") + row("m3").strip()).then().statusCode(200);
        finish(id)
                .then()
                .statusCode(200)
                .body("state", equalTo("finished"))
                .body("lines", equalTo(3))
                .body("accepted", equalTo(3))
                .body("rejected", equalTo(0));

        assertEquals(List.of("m1 true", "m2 true", "m3 true"), events());
    }

    @Test
    void rowsOfAFileThatIsLiveAreHistoryOnlyWhenTheyAreOld() {
        String id = begin(", \"live\": true");
        String now = Instant.now().toString();
        send(id, 0, row("old") + row("new").replace("2020-01-01T00:00:00Z", now));
        finish(id);

        assertEquals(List.of("new false", "old true"), events());
        reports.tellAll();
        assertEquals(List.of(), lags(), "imports say nothing of how late live events are");
    }

    @Test
    void fileMayComeInPiecesAndAPieceTwice() {
        byte[] file = (row("m1") + "{\"no\":\"é\n" + row("m2") + row("m3")).getBytes(UTF_8);
        String id = begin("");
        int at = 0;
        for (int next : new int[] {1, 100, 117, 118, 119, 250, file.length}) {
            piece(id, at, Arrays.copyOfRange(file, at, next))
                    .then()
                    .statusCode(200)
                    .header("Upload-Offset", Integer.toString(next));
            at = next;
        }
        piece(id, 50, Arrays.copyOfRange(file, 50, 200)).then().body("bytes", equalTo(file.length));
        piece(id, 0, file).then().statusCode(200);
        finish(id)
                .then()
                .body("accepted", equalTo(3))
                .body("rejected", equalTo(1))
                .body("firstErrors", hasSize(1))
                .body("firstErrors[0].line", equalTo(2))
                .body("firstErrors[0].reason", equalTo("unreadable_row"))
                .body("firstErrors[0].detail", containsString("the row is not JSON at column"));

        assertEquals(List.of("m1 true", "m2 true", "m3 true"), events());
        assertEquals(List.of("unreadable_row"), refusals());
    }

    @Test
    void pieceBehindAGapIsRefusedAndSaysWhereToGoOn() {
        String id = begin("");
        send(id, 0, row("m1"));
        send(id, 1_000, row("m2"))
                .then()
                .statusCode(409)
                .contentType("application/problem+json")
                .body("detail", containsString("goes on at byte " + row("m1").length()));
        given().header("Authorization", token())
                .body(row("m2"))
                .patch("/imports/" + id)
                .then()
                .statusCode(400);
    }

    @Test
    void sameFileImportedAgainHasTheSameIds() {
        String rows = row("x").replace("\"messageId\":\"x\",", "").repeat(2);
        for (int time = 0; time < 2; time++) {
            String id = begin("");
            send(id, 0, rows);
            finish(id);
        }
        List<String> ids = events();
        assertEquals(4, ids.size());
        assertEquals(2, ids.stream().distinct().count(), ids.toString());
    }

    @Test
    void gzippedPieceIsCountedAsWhatItHolds() {
        byte[] file = (row("m1") + row("m2")).getBytes(UTF_8);
        String id = begin("");
        person().header("Content-Encoding", "gzip")
                .header("Upload-Offset", 0)
                .body(gzip(Arrays.copyOfRange(file, 0, 40)))
                .patch("/imports/" + id)
                .then()
                .body("bytes", equalTo(40));
        byte[] parts =
                concat(
                        gzip(Arrays.copyOfRange(file, 0, 70)),
                        gzip(Arrays.copyOfRange(file, 70, file.length)));
        person().header("Content-Encoding", "gzip")
                .header("Upload-Offset", 0)
                .body(parts)
                .patch("/imports/" + id)
                .then()
                .statusCode(200)
                .body("bytes", equalTo(file.length));
        finish(id);
        assertEquals(List.of("m1 true", "m2 true"), events());
    }

    @Test
    void bodyThatIsNoGzipOrBreaksOffIsRefusedAndWhatCameIsKept() {
        String id = begin("");
        person().header("Content-Encoding", "gzip")
                .header("Upload-Offset", 0)
                .body(row("m1").getBytes(UTF_8))
                .patch("/imports/" + id)
                .then()
                .statusCode(400);
        byte[] whole = gzip(row("m1").repeat(100).getBytes(UTF_8));
        person().header("Content-Encoding", "gzip")
                .header("Upload-Offset", 0)
                .body(Arrays.copyOf(whole, whole.length - 20))
                .patch("/imports/" + id)
                .then()
                .statusCode(400)
                .body("detail", containsString("broke off at byte"));
        person().get("/imports/" + id).then().body("state", equalTo("open"));
    }

    @Test
    void connectionThatBreaksKeepsWhatCame() throws IOException {
        String id = begin("");
        String rows = row("m1") + row("m2");
        try (Socket socket = new Socket(imports.getHost(), imports.getPort())) {
            String head =
                    "PATCH /imports/%s HTTP/1.1\r\nHost: test\r\nAuthorization: %s\r\nUpload-Offset: 0\r\nContent-Length: 100000\r\n\r\n"
                            .formatted(id, token());
            socket.getOutputStream().write((head + rows).getBytes(UTF_8));
            socket.getOutputStream().flush();
            await().until(() -> state(id).equals("receiving"));
            send(id, 0, rows)
                    .then()
                    .statusCode(409)
                    .body("detail", containsString("Somebody else"));
        }
        await().until(() -> state(id).equals("open"));
        person().get("/imports/" + id)
                .then()
                .body("bytes", equalTo(rows.length()))
                .body("accepted", equalTo(2));
    }

    private String state(String id) {
        return person().get("/imports/" + id).jsonPath().getString("state");
    }

    @Test
    void csvIsReadByItsMappingAndErrorsNameTheirLineAndColumn() {
        String id = begin(CSV);
        String csv =
                "\uFEFFcustomer,when,price,\"the\nname\"\n"
                        + "u1,2020-01-01 09:00,12.50,\"two\r\nlines, \"\"quoted\"\"\"\n"
                        + "u2,2020-01-01 09:00,dear,x\n"
                        + ",2020-01-01 09:00,1,x\n";
        byte[] bytes = csv.getBytes(UTF_8);
        for (int at = 0; at < bytes.length; at += 7) {
            piece(id, at, Arrays.copyOfRange(bytes, at, Math.min(at + 7, bytes.length)))
                    .then()
                    .statusCode(200);
        }
        finish(id)
                .then()
                .body("accepted", equalTo(1))
                .body("rejected", equalTo(2))
                .body("firstErrors.line", equalTo(List.of(5, 6)))
                .body("firstErrors[0].column", equalTo("price"))
                .body("firstErrors[1].reason", equalTo("no_id"));

        Event event = event();
        assertEquals(
                List.of("Product Added", "2020-01-01T00:00:00Z", 12.5, "two\r\nlines, \"quoted\""),
                List.of(
                        event.name(),
                        event.occurredAt().toString(),
                        event.properties().get("price"),
                        event.properties().get("name")));
    }

    private static final String CSV =
            """
            , "format": "csv", "mapping": {"zone": "Asia/Tokyo", "fields": [
              {"to": "type", "value": "track"},
              {"to": "event", "value": "Product Added"},
              {"to": "userId", "column": "customer"},
              {"to": "timestamp", "column": "when", "type": "time"},
              {"to": "properties.price", "column": "price", "type": "number"},
              {"to": "properties.name", "column": "the\\nname"}]}
            """;

    @Test
    void fileWhoseHeaderLacksAColumnFails() {
        String id = begin(CSV);
        send(id, 0, "customer,when,price\nu1,2020-01-01,1\n")
                .then()
                .statusCode(422)
                .body("detail", containsString("Line 1, column the\nname"));
        person().get("/imports/" + id)
                .then()
                .body("state", equalTo("failed"))
                .body("firstErrors[0].reason", equalTo("unusable_file"));
        send(id, 0, "x").then().statusCode(409);
        finish(id).then().statusCode(409);
    }

    @Test
    void dryRunShowsTheFirstEventsAndErrorsAndChangesNothing() {
        StringBuilder rows = new StringBuilder("customer,when,price,\"the\nname\"\n");
        for (int row = 0; row < 50; row++) {
            rows.append("u")
                    .append(row)
                    .append(",2020-01-01,")
                    .append(row % 2 == 0 ? 1 : "x")
                    .append(",n\n");
        }
        person().multiPart("import", request(CSV), "application/json")
                .multiPart("file", "carts.csv", rows.toString().getBytes(UTF_8))
                .post("/imports/dry-run")
                .then()
                .statusCode(200)
                .body("columns", equalTo(List.of("customer", "when", "price", "the\nname")))
                .body("lines", equalTo(50))
                .body("events", hasSize(20))
                .body("events[0].line", equalTo(3))
                .body("events[1].event.userId", equalTo("u2"))
                .body("events[1].event.historic", equalTo(true))
                .body("errors", hasSize(20))
                .body("errors[0].line", equalTo(4))
                .body("errors[0].column", equalTo("price"));

        assertEquals(List.of(), events());
        person().get("/imports").then().body("items", hasSize(0));
    }

    @Test
    void dryRunWithoutItsPartsOrWithAWrongMappingIsRefused() {
        person().multiPart("file", "carts.csv", "a".getBytes(UTF_8))
                .post("/imports/dry-run")
                .then()
                .statusCode(400);
        person().multiPart("import", request(CSV.replace("userId", "user")), "application/json")
                .multiPart("file", "carts.csv", "a".getBytes(UTF_8))
                .post("/imports/dry-run")
                .then()
                .statusCode(400);
    }

    @Test
    void importThatMakesNoSenseIsRefusedWithItsPlace() {
        for (String wrong :
                List.of(
                        ", \"format\": \"xml\"",
                        ", \"format\": \"csv\"",
                        ", \"name\": \"\"",
                        ", \"preset\": \"other\"",
                        CSV + ", \"preset\": \"segment\"",
                        CSV.replace("number", "colour"),
                        CSV.replace("Asia/Tokyo", "Mars"),
                        CSV.replace("\"column\": \"customer\"", "\"x\": 1"))) {
            person().contentType("application/json")
                    .body(request(wrong))
                    .post("/imports")
                    .then()
                    .statusCode(400)
                    .contentType("application/problem+json");
        }
        person().contentType("application/json")
                .body(request("").replace(source.id().toString(), UUID.randomUUID().toString()))
                .post("/imports")
                .then()
                .statusCode(422)
                .body("flaws[0].path", equalTo("/source"));
    }

    @Test
    void otherWorkspacesImportIsNotThere() {
        String id = begin("");
        send(id, 0, row("m1"));
        RequestSpecification other =
                given().header("Authorization", TestTokens.bearer("ws-other", "collector"))
                        .contentType("application/json")
                        .header("Upload-Offset", 0);
        given().spec(other).get("/imports/" + id).then().statusCode(404);
        given().spec(other).body("x").patch("/imports/" + id).then().statusCode(404);
        given().spec(other).body("{}").post("/imports/" + id + "/finish").then().statusCode(404);
        given().spec(other).get("/imports").then().body("items", hasSize(0));
        given().spec(other).body("x").patch("/imports/none").then().statusCode(404);
        given().body("x").patch("/imports/" + id).then().statusCode(401);
        person().get("/imports/none").then().statusCode(404);
    }

    @Test
    void finishedImportTakesNothingMoreAndMayBeFinishedAgain() {
        String id = begin("");
        send(id, 0, row("m1"));
        finish(id);
        finish(id).then().statusCode(200).body("state", equalTo("finished"));
        send(id, 0, row("m2")).then().statusCode(409);
        assertEquals(List.of("m1 true"), events());
    }

    @Test
    void completenessIsDeclaredWhenTheFileIsWhole() {
        String early = "2026-03-01T00:00:00Z";
        String late = "2026-03-02T00:00:00Z";
        String id = begin(", \"completeUpTo\": \"" + early + "\"");
        send(id, 0, row("m1")).then().body("completeUpTo", equalTo("2026-03-01T00:00:00.000Z"));
        assertEquals(List.of(), declared());
        person().contentType("application/json")
                .body(Map.of("completeUpTo", late))
                .post("/imports/" + id + "/finish")
                .then()
                .body("completeUpTo", equalTo("2026-03-02T00:00:00.000Z"));
        assertEquals(List.of(Instant.parse(late)), declared());
        assertEquals(Collections.nCopies(8, Instant.parse(late)), lags());
    }

    @Test
    void lastRowStandsBeforeTheDeclaration() {
        String id = begin(", \"completeUpTo\": \"2026-03-01T00:00:00Z\"");
        send(id, 0, row("m1").strip());
        finish(id).then().body("state", equalTo("finished"));
        List<ConsumerRecord<byte[], byte[]>> all = broker.read(Topics.EVENTS, Broker.of(source));
        ConsumerRecord<byte[], byte[]> last =
                all.stream().filter(it -> !isLag(it)).findFirst().orElseThrow();
        assertEquals(
                List.of(true),
                all.stream()
                        .filter(it -> isLag(it) && it.partition() == last.partition())
                        .map(it -> it.offset() > last.offset())
                        .toList());
    }

    /** What is declared of the source's completeness, in every partition. */
    private List<Instant> lags() {
        return broker.read(Topics.EVENTS, Broker.of(source)).stream()
                .filter(ImportsTest::isLag)
                .map(it -> ((LagReport) EVENTS.read(it.value())).completeUpTo())
                .toList();
    }

    private static boolean isLag(ConsumerRecord<byte[], byte[]> stored) {
        return EVENTS.read(stored.value()) instanceof LagReport;
    }

    private List<Instant> declared() {
        return declarations.told.stream()
                .filter(told -> told.source().id().equals(source.id()))
                .map(CompleteUpTo::at)
                .toList();
    }

    @Test
    void importsAreListedPageByPageTheNewestFirst() {
        String first = begin("");
        String second = begin("");
        String third = begin("");
        Response page = person().get("/imports?limit=2");
        page.then().body("items.id", equalTo(List.of(third, second))).body("next", equalTo(second));
        person().get("/imports?limit=2&after=" + second)
                .then()
                .body("items.id", equalTo(List.of(first)))
                .body("next", nullValue());
    }

    @Test
    void bodyMayBeLongerThanAnyOtherRequests() throws IOException {
        String id = begin("");
        long length = 70L * 1024 * 1024;
        byte[] block = "\n".repeat(1024 * 1024).getBytes(UTF_8);
        try (Socket socket = new Socket(imports.getHost(), imports.getPort())) {
            String head =
                    "PATCH /imports/%s HTTP/1.1\r\nHost: test\r\nAuthorization: %s\r\nUpload-Offset: 0\r\nConnection: close\r\nContent-Length: %d\r\n\r\n"
                            .formatted(id, token(), length);
            socket.getOutputStream().write(head.getBytes(UTF_8));
            for (long sent = 0; sent < length; sent += block.length) {
                socket.getOutputStream().write(block);
            }
            String answer = new String(socket.getInputStream().readAllBytes(), UTF_8);
            assertTrue(answer.contains("\"bytes\":" + length), answer);
        }
    }

    @Test
    void senderOfALongFileIsNeverFarAheadOfItsReader() throws IOException {
        String id = begin("");
        byte[] rows = (row("m").strip() + " ".repeat(2_000) + "\n").repeat(500).getBytes(UTF_8);
        int pieces = 40;
        long ahead = 0;
        try (Socket socket = new Socket()) {
            socket.setSendBufferSize(64 * 1024);
            socket.connect(new InetSocketAddress(imports.getHost(), imports.getPort()));
            String head =
                    "PATCH /imports/%s HTTP/1.1\r\nHost: test\r\nAuthorization: %s\r\nUpload-Offset: 0\r\nConnection: close\r\nContent-Length: %d\r\n\r\n"
                            .formatted(id, token(), (long) pieces * rows.length);
            socket.getOutputStream().write(head.getBytes(UTF_8));
            for (long sent = rows.length;
                    sent <= (long) pieces * rows.length;
                    sent += rows.length) {
                socket.getOutputStream().write(rows);
                ahead =
                        Math.max(
                                ahead,
                                sent - person().get("/imports/" + id).jsonPath().getLong("bytes"));
            }
            String answer = new String(socket.getInputStream().readAllBytes(), UTF_8);
            assertTrue(answer.contains("\"accepted\":20000"), answer);
        }
        assertTrue(ahead < MOST_AHEAD, "bytes on their way at once: " + ahead);
    }

    @Test
    void exportOfGoogleAnalyticsIsReadAsItsHitsAre() {
        String id = begin(", \"preset\": \"ga4-export\"");
        String row =
                """
                {"event_timestamp":"1577836800000000","event_name":"add_to_cart","user_pseudo_id":"1.2",
                 "items":[{"item_id":"tee","item_name":"Tee","price":2980,"quantity":"1"}]}
                """
                        .replace("\n", "");
        send(id, 0, row + "\n" + row + "\n7\n");
        finish(id)
                .then()
                .body("accepted", equalTo(2))
                .body("firstErrors.line", equalTo(List.of(3)));

        assertEquals(1, events().stream().distinct().count());
        Event event = event();
        assertEquals(
                List.of("Product Added", "ga4:1.2", "2020-01-01T00:00:00Z", true, "tee"),
                List.of(
                        event.name(),
                        String.valueOf(event.anonymousId()),
                        event.occurredAt().toString(),
                        event.historic(),
                        String.valueOf(event.properties().get("product_id"))));
    }

    private String begin(String more) {
        return person().contentType("application/json")
                .body(request(more))
                .post("/imports")
                .then()
                .statusCode(201)
                .body("state", equalTo("open"))
                .extract()
                .path("id");
    }

    /** The last of two members with one name holds. */
    private String request(String more) {
        return "{\"source\": \"%s\", \"name\": \"carts\", \"format\": \"ndjson\"%s}"
                .formatted(source.id(), more);
    }

    private Response send(String id, long offset, String bytes) {
        return piece(id, offset, bytes.getBytes(UTF_8));
    }

    private Response piece(String id, long offset, byte[] bytes) {
        return person().header("Upload-Offset", offset).body(bytes).patch("/imports/" + id);
    }

    private Response finish(String id) {
        return person().contentType("application/json").post("/imports/" + id + "/finish");
    }

    private RequestSpecification person() {
        return given().header("Authorization", token());
    }

    private String token() {
        return TestTokens.bearer(source.workspace(), "collector");
    }

    private static String row(String messageId) {
        return "{\"type\":\"track\",\"event\":\"Product Added\",\"userId\":\"u1\",\"messageId\":\"%s\",\"timestamp\":\"2020-01-01T00:00:00Z\"}\n"
                .formatted(messageId);
    }

    private Event event() {
        return (Event)
                EVENTS.read(broker.read(Topics.EVENTS, Broker.of(source)).getFirst().value());
    }

    private List<String> events() {
        return broker.read(Topics.EVENTS, Broker.of(source)).stream()
                .map(it -> (Event) EVENTS.read(it.value()))
                .map(event -> event.id() + " " + event.historic())
                .sorted()
                .toList();
    }

    private List<String> refusals() {
        return broker.read(Topics.QUARANTINE, Broker.of(source)).stream()
                .map(it -> QUARANTINED.read(it.value()).reason())
                .toList();
    }

    private static byte[] concat(byte[] one, byte[] other) {
        byte[] both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }

    private static byte[] gzip(byte[] body) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
