package io.itinera.collector;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.itinera.stack.testing.StackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
        value = StackResource.class,
        initArgs = @ResourceArg(name = "needs", value = "kafka,postgres"))
class SnippetTest {
    /** What a page pays for our own library. */
    private static final int MOST_BYTES = 5 * 1024;

    @TestHTTPResource("/itinera.js")
    URL address;

    @Test
    void libraryIsAScriptForEverybody() {
        given().get("/itinera.js")
                .then()
                .statusCode(200)
                .header("Content-Type", "text/javascript; charset=utf-8")
                .header("Cache-Control", containsString("public"))
                .body(containsString("/v1/batch"));
    }

    @Test
    void compressedLibraryIsTheSameAndCostsAPageFewBytes()
            throws IOException, InterruptedException {
        HttpResponse<byte[]> plain = fetch("identity");
        HttpResponse<byte[]> compressed = fetch("gzip");

        byte[] expanded =
                new GZIPInputStream(new ByteArrayInputStream(compressed.body())).readAllBytes();
        assertArrayEquals(plain.body(), expanded);
        assertTrue(
                compressed.body().length < MOST_BYTES,
                () -> "itinera.js has " + compressed.body().length + " bytes");
    }

    @Test
    void browserThatHasItIsToldSo() {
        String tag = given().get("/itinera.js").header("ETag");

        given().header("If-None-Match", tag)
                .get("/itinera.js")
                .then()
                .statusCode(304)
                .body(equalTo(""));
    }

    private HttpResponse<byte[]> fetch(String encoding) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create(address.toString()))
                            .header("Accept-Encoding", encoding)
                            .build(),
                    HttpResponse.BodyHandlers.ofByteArray());
        }
    }
}
