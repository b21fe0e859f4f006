package io.itinera.collector;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.itinera.stack.testing.StackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Clients that no library would be, on bare sockets; a healthy one is served beside them. */
@QuarkusTest
@QuarkusTestResource(
        value = StackResource.class,
        initArgs = @ResourceArg(name = "needs", value = "kafka,postgres"))
class SlowClientsTest {
    private static final int CLIENTS = 200;
    private static final int MEGABYTE = 1024 * 1024;

    @Inject Broker broker;
    @Inject Collector collector;

    @TestHTTPResource("/")
    URI server;

    private final String key = UUID.randomUUID().toString();
    private final String healthy = key + "-healthy";
    private final List<Socket> sockets = new ArrayList<>();

    @BeforeEach
    void sourcesAreKnown() {
        broker.publish(Broker.source(key, true));
        broker.publish(Broker.source(healthy, true));
        await().until(() -> collector.isKnown(key) && collector.isKnown(healthy));
        await().until(() -> given().get("/q/health/ready").statusCode() == 200);
    }

    @AfterEach
    void socketsEnd() throws IOException {
        for (Socket socket : sockets) {
            socket.close();
        }
    }

    @Test
    void bodiesOfAByteASecondAreGivenUpAndAHealthySourceIsServedMeanwhile() throws Exception {
        List<Socket> slow = new ArrayList<>();
        for (int n = 0; n < CLIENTS; n++) {
            slow.add(send(head(key, 1_000)));
        }
        await().pollInterval(1, TimeUnit.SECONDS)
                .atMost(30, TimeUnit.SECONDS)
                .until(
                        () -> {
                            assertEquals(200, healthyStatus("m"));
                            return slow.stream().filter(this::takesAnotherByte).count() == 0;
                        });
        for (Socket socket : slow) {
            assertTrue(socket.isClosed() || answer(socket).startsWith("HTTP/1.1 408 "));
        }
    }

    @Test
    void halfOpenConnectionsAreGivenUp() throws Exception {
        Socket silent = send(head(key, 1_000) + "{");
        String answer = answer(silent);
        assertTrue(answer.startsWith("HTTP/1.1 408 "), answer);
        assertTrue(answer.contains("application/problem+json"), answer);
        assertEquals(-1, silent.getInputStream().read());
    }

    @Test
    void unknownKeyIsAnsweredBeforeTheBodyCame() throws Exception {
        Socket waiting = send(head("nobody", 4 * MEGABYTE));
        String answer = answer(waiting);
        assertTrue(answer.startsWith("HTTP/1.1 401 "), answer);
    }

    @Test
    void refusedBodyIsNotReadForEver() throws Exception {
        Socket endless = send(head("nobody", 1024 * MEGABYTE));
        byte[] megabyte = new byte[MEGABYTE];
        int sent = 0;
        try {
            while (sent < 1024) {
                endless.getOutputStream().write(megabyte);
                sent++;
            }
        } catch (SocketException hungUp) {
            assertTrue(sent < 64, sent + " megabytes were taken");
            return;
        }
        throw new AssertionError("a gigabyte was taken");
    }

    @Test
    void floodOfOneSourceLeavesRoomForTheOthers() throws Exception {
        String megabytes = "x".repeat(4 * MEGABYTE);
        List<Socket> flood = new ArrayList<>();
        for (int n = 0; n < 10; n++) {
            flood.add(send(head(key, 5 * MEGABYTE) + megabytes));
        }
        await().until(() -> flood.stream().anyMatch(SlowClientsTest::isAnswered));
        String answer =
                answer(flood.stream().filter(SlowClientsTest::isAnswered).findFirst().get());
        assertTrue(answer.startsWith("HTTP/1.1 429 "), answer);
        assertTrue(answer.toLowerCase(Locale.ROOT).contains("\nretry-after: "), answer);
        assertEquals(200, healthyStatus("x".repeat(30_000)));
    }

    @Test
    void bytesThatCameAtOnceBuyNoSilence() throws Exception {
        Socket silent = send(head(key, 4 * MEGABYTE) + "x".repeat(2 * MEGABYTE));
        String answer = answer(silent);
        assertTrue(answer.startsWith("HTTP/1.1 408 "), answer);
    }

    @Test
    void silentBodiesWithoutAKeyDoNotShutOutWhoHasItInTheBody() throws Exception {
        String megabytes = "x".repeat(4 * MEGABYTE);
        for (int n = 0; n < 9; n++) {
            send(unnamedHead(5 * MEGABYTE) + megabytes);
        }
        String body =
                "{\"writeKey\":\"%s\",\"batch\":[%s]}".formatted(healthy, CollectTest.track("m"));
        await().atMost(20, TimeUnit.SECONDS)
                .until(() -> given().body(body).post("/v1/batch").statusCode() == 200);
    }

    @Test
    void aHundredHeadersAreReadAndTenThousandAreNot() throws Exception {
        String hundred = "X-Header-Of-Many: something\r\n".repeat(100);
        Socket many = send(head(key, 2, hundred) + "{}");
        assertTrue(answer(many).startsWith("HTTP/1.1 200 "));

        String thousands = "X-Header-Of-Many: something\r\n".repeat(10_000);
        Socket tooMany = connect();
        String answer = answerOrNothing(tooMany, head(key, 2, thousands));
        assertTrue(answer.isEmpty() || answer.startsWith("HTTP/1.1 431 "), answer);
        assertEquals(200, healthyStatus("m"));
    }

    private int healthyStatus(String id) {
        return given().auth()
                .preemptive()
                .basic(healthy, "")
                .body(CollectTest.track("m").replace("p1", id))
                .post("/v1/track")
                .statusCode();
    }

    private boolean takesAnotherByte(Socket socket) {
        if (isAnswered(socket)) {
            return false;
        }
        try {
            socket.getOutputStream().write(' ');
            return true;
        } catch (IOException hungUp) {
            return false;
        }
    }

    private static boolean isAnswered(Socket socket) {
        try {
            return socket.getInputStream().available() > 0;
        } catch (IOException hungUp) {
            return true;
        }
    }

    private Socket send(String text) throws IOException {
        Socket socket = connect();
        socket.getOutputStream().write(text.getBytes(UTF_8));
        return socket;
    }

    private Socket connect() throws IOException {
        Socket socket = new Socket(server.getHost(), server.getPort());
        socket.setSoTimeout(30_000);
        sockets.add(socket);
        return socket;
    }

    /** Nothing when it hangs up while the text is still being sent. */
    private static String answerOrNothing(Socket socket, String text) throws IOException {
        try {
            socket.getOutputStream().write(text.getBytes(UTF_8));
            return answer(socket);
        } catch (SocketException hungUp) {
            return "";
        }
    }

    private static String unnamedHead(int length) {
        return "POST /v1/batch HTTP/1.1\r\nHost: collector\r\nContent-Length: %d\r\n\r\n"
                .formatted(length);
    }

    private static String head(String writeKey, int length) {
        return head(writeKey, length, "");
    }

    private static String head(String writeKey, int length, String headers) {
        String basic = Base64.getEncoder().encodeToString((writeKey + ":").getBytes(UTF_8));
        return "POST /v1/track HTTP/1.1\r\nHost: collector\r\nAuthorization: Basic %s\r\nContent-Length: %d\r\n%s\r\n"
                .formatted(basic, length, headers);
    }

    /** What came back until the connection was idle or ended. */
    private static String answer(Socket socket) throws IOException {
        InputStream in = socket.getInputStream();
        byte[] bytes = new byte[4_096];
        int length = Math.max(0, in.read(bytes));
        while (in.available() > 0 && length < bytes.length) {
            length += in.read(bytes, length, bytes.length - length);
        }
        return new String(bytes, 0, length, UTF_8);
    }
}
