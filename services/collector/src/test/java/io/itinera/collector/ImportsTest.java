package io.itinera.collector;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.itinera.kit.testing.TestTokens;
import io.itinera.stack.testing.StackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A file on its way: in pieces, twice, packed, of whoever it belongs to. */
@QuarkusTest
@QuarkusTestResource(
        value = StackResource.class,
        initArgs = @ResourceArg(name = "needs", value = "kafka,postgres"))
class ImportsTest {
    @Inject Broker broker;
    @Inject Collector collector;

    private ImportShop shop;

    @BeforeEach
    void shopIsOpen() {
        shop = new ImportShop(broker, collector);
    }

    @Test
    void rowsOfAFileAreHistoryAndStandOnTheTopic() {
        String id = shop.begin("");
        shop.send(id, 0, ImportShop.row("m1") + ImportShop.row("m2") + ImportShop.row("m3").strip())
                .then()
                .statusCode(200);
        shop.finish(id)
                .then()
                .statusCode(200)
                .body("state", equalTo("finished"))
                .body("lines", equalTo(3))
                .body("accepted", equalTo(3))
                .body("rejected", equalTo(0));

        assertEquals(List.of("m1 true", "m2 true", "m3 true"), shop.events());
    }

    @Test
    void fileMayComeInPiecesAndAPieceTwice() {
        byte[] file =
                (ImportShop.row("m1")
                                + "{\"no\":\"é\n"
                                + ImportShop.row("m2")
                                + ImportShop.row("m3"))
                        .getBytes(UTF_8);
        String id = shop.begin("");
        int at = 0;
        for (int next : new int[] {1, 100, 117, 118, 119, 250, file.length}) {
            shop.piece(id, at, Arrays.copyOfRange(file, at, next))
                    .then()
                    .statusCode(200)
                    .header("Upload-Offset", Integer.toString(next));
            at = next;
        }
        shop.piece(id, 50, Arrays.copyOfRange(file, 50, 200))
                .then()
                .body("bytes", equalTo(file.length));
        shop.piece(id, 0, file).then().statusCode(200);
        shop.finish(id)
                .then()
                .body("accepted", equalTo(3))
                .body("rejected", equalTo(1))
                .body("firstErrors", hasSize(1))
                .body("firstErrors[0].line", equalTo(2))
                .body("firstErrors[0].reason", equalTo("unreadable_row"))
                .body("firstErrors[0].detail", containsString("the row is not JSON at column"));

        assertEquals(List.of("m1 true", "m2 true", "m3 true"), shop.events());
        assertEquals(List.of("unreadable_row"), shop.refusals());
    }

    @Test
    void pieceBehindAGapIsRefusedAndSaysWhereToGoOn() {
        String id = shop.begin("");
        shop.send(id, 0, ImportShop.row("m1"));
        shop.send(id, 1_000, ImportShop.row("m2"))
                .then()
                .statusCode(409)
                .contentType("application/problem+json")
                .body("detail", containsString("goes on at byte " + ImportShop.row("m1").length()));
        given().header("Authorization", shop.token())
                .body(ImportShop.row("m2"))
                .patch("/imports/" + id)
                .then()
                .statusCode(400);
    }

    @Test
    void sameFileImportedAgainHasTheSameIds() {
        String rows = ImportShop.row("x").replace("\"messageId\":\"x\",", "").repeat(2);
        for (int time = 0; time < 2; time++) {
            String id = shop.begin("");
            shop.send(id, 0, rows);
            shop.finish(id);
        }
        List<String> ids = shop.events();
        assertEquals(4, ids.size());
        assertEquals(2, ids.stream().distinct().count(), ids.toString());
    }

    @Test
    void gzippedPieceIsCountedAsWhatItHolds() {
        byte[] file = (ImportShop.row("m1") + ImportShop.row("m2")).getBytes(UTF_8);
        String id = shop.begin("");
        shop.person()
                .header("Content-Encoding", "gzip")
                .header("Upload-Offset", 0)
                .body(gzip(Arrays.copyOfRange(file, 0, 40)))
                .patch("/imports/" + id)
                .then()
                .body("bytes", equalTo(40));
        byte[] parts =
                concat(
                        gzip(Arrays.copyOfRange(file, 0, 70)),
                        gzip(Arrays.copyOfRange(file, 70, file.length)));
        shop.person()
                .header("Content-Encoding", "gzip")
                .header("Upload-Offset", 0)
                .body(parts)
                .patch("/imports/" + id)
                .then()
                .statusCode(200)
                .body("bytes", equalTo(file.length));
        shop.finish(id);
        assertEquals(List.of("m1 true", "m2 true"), shop.events());
    }

    @Test
    void bodyThatIsNoGzipOrBreaksOffIsRefusedAndWhatCameIsKept() {
        String id = shop.begin("");
        shop.person()
                .header("Content-Encoding", "gzip")
                .header("Upload-Offset", 0)
                .body(ImportShop.row("m1").getBytes(UTF_8))
                .patch("/imports/" + id)
                .then()
                .statusCode(400);
        byte[] whole = gzip(ImportShop.row("m1").repeat(100).getBytes(UTF_8));
        shop.person()
                .header("Content-Encoding", "gzip")
                .header("Upload-Offset", 0)
                .body(Arrays.copyOf(whole, whole.length - 20))
                .patch("/imports/" + id)
                .then()
                .statusCode(400)
                .body("detail", containsString("broke off at byte"));
        shop.person().get("/imports/" + id).then().body("state", equalTo("open"));
    }

    @Test
    void otherWorkspacesImportIsNotThere() {
        String id = shop.begin("");
        shop.send(id, 0, ImportShop.row("m1"));
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
        shop.person().get("/imports/none").then().statusCode(404);
    }

    @Test
    void finishedImportTakesNothingMoreAndMayBeFinishedAgain() {
        String id = shop.begin("");
        shop.send(id, 0, ImportShop.row("m1"));
        shop.finish(id);
        shop.finish(id).then().statusCode(200).body("state", equalTo("finished"));
        shop.send(id, 0, ImportShop.row("m2")).then().statusCode(409);
        assertEquals(List.of("m1 true"), shop.events());
    }

    @Test
    void importsAreListedPageByPageTheNewestFirst() {
        String first = shop.begin("");
        String second = shop.begin("");
        String third = shop.begin("");
        Response page = shop.person().get("/imports?limit=2");
        page.then().body("items.id", equalTo(List.of(third, second))).body("next", equalTo(second));
        shop.person()
                .get("/imports?limit=2&after=" + second)
                .then()
                .body("items.id", equalTo(List.of(first)))
                .body("next", nullValue());
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
