package io.itinera.collector;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.itinera.stack.testing.StackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a file's connection may do to it, and it to the collector. */
@QuarkusTest
@QuarkusTestResource(
        value = StackResource.class,
        initArgs = @ResourceArg(name = "needs", value = "kafka,postgres"))
class ImportConnectionsTest {
    /** The window, what both sockets hold, and some room; a quarter of the file. */
    private static final long MOST_AHEAD = 12L * 1024 * 1024;

    @Inject Broker broker;
    @Inject Collector collector;

    @TestHTTPResource("/imports")
    URI imports;

    private ImportShop shop;

    @BeforeEach
    void shopIsOpen() {
        shop = new ImportShop(broker, collector);
    }

    @Test
    void connectionThatBreaksKeepsWhatCame() throws IOException {
        String id = shop.begin("");
        String rows = ImportShop.row("m1") + ImportShop.row("m2");
        try (Socket socket = new Socket(imports.getHost(), imports.getPort())) {
            String head =
                    "PATCH /imports/%s HTTP/1.1\r\nHost: test\r\nAuthorization: %s\r\nUpload-Offset: 0\r\nContent-Length: 100000\r\n\r\n"
                            .formatted(id, shop.token());
            socket.getOutputStream().write((head + rows).getBytes(UTF_8));
            socket.getOutputStream().flush();
            await().until(() -> shop.state(id).equals("receiving"));
            shop.send(id, 0, rows)
                    .then()
                    .statusCode(409)
                    .body("detail", containsString("Somebody else"));
        }
        await().until(() -> shop.state(id).equals("open"));
        shop.person()
                .get("/imports/" + id)
                .then()
                .body("bytes", equalTo(rows.length()))
                .body("accepted", equalTo(2));
    }

    @Test
    void bodyMayBeLongerThanAnyOtherRequests() throws IOException {
        String id = shop.begin("");
        long length = 70L * 1024 * 1024;
        byte[] block = "\n".repeat(1024 * 1024).getBytes(UTF_8);
        try (Socket socket = new Socket(imports.getHost(), imports.getPort())) {
            String head =
                    "PATCH /imports/%s HTTP/1.1\r\nHost: test\r\nAuthorization: %s\r\nUpload-Offset: 0\r\nConnection: close\r\nContent-Length: %d\r\n\r\n"
                            .formatted(id, shop.token(), length);
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
        String id = shop.begin("");
        byte[] rows =
                (ImportShop.row("m").strip() + " ".repeat(2_000) + "\n")
                        .repeat(500)
                        .getBytes(UTF_8);
        int pieces = 40;
        long ahead = 0;
        try (Socket socket = new Socket()) {
            socket.setSendBufferSize(64 * 1024);
            socket.connect(new InetSocketAddress(imports.getHost(), imports.getPort()));
            String head =
                    "PATCH /imports/%s HTTP/1.1\r\nHost: test\r\nAuthorization: %s\r\nUpload-Offset: 0\r\nConnection: close\r\nContent-Length: %d\r\n\r\n"
                            .formatted(id, shop.token(), (long) pieces * rows.length);
            socket.getOutputStream().write(head.getBytes(UTF_8));
            for (long sent = rows.length;
                    sent <= (long) pieces * rows.length;
                    sent += rows.length) {
                socket.getOutputStream().write(rows);
                ahead =
                        Math.max(
                                ahead,
                                sent
                                        - shop.person()
                                                .get("/imports/" + id)
                                                .jsonPath()
                                                .getLong("bytes"));
            }
            String answer = new String(socket.getInputStream().readAllBytes(), UTF_8);
            assertTrue(answer.contains("\"accepted\":20000"), answer);
        }
        assertTrue(ahead < MOST_AHEAD, "bytes on their way at once: " + ahead);
    }
}
