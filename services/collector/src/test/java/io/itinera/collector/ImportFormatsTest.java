package io.itinera.collector;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.itinera.contracts.events.Event;
import io.itinera.stack.testing.StackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a file may be written in, what its mapping may say, and how both are tried. */
@QuarkusTest
@QuarkusTestResource(
        value = StackResource.class,
        initArgs = @ResourceArg(name = "needs", value = "kafka,postgres"))
class ImportFormatsTest {
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

    @Inject Broker broker;
    @Inject Collector collector;

    private ImportShop shop;

    @BeforeEach
    void shopIsOpen() {
        shop = new ImportShop(broker, collector);
    }

    @Test
    void csvIsReadByItsMappingAndErrorsNameTheirLineAndColumn() {
        String id = shop.begin(CSV);
        String csv =
                "\uFEFFcustomer,when,price,\"the\nname\"\n"
                        + "u1,2020-01-01 09:00,12.50,\"two\r\nlines, \"\"quoted\"\"\"\n"
                        + "u2,2020-01-01 09:00,dear,x\n"
                        + ",2020-01-01 09:00,1,x\n";
        byte[] bytes = csv.getBytes(UTF_8);
        for (int at = 0; at < bytes.length; at += 7) {
            shop.piece(id, at, Arrays.copyOfRange(bytes, at, Math.min(at + 7, bytes.length)))
                    .then()
                    .statusCode(200);
        }
        shop.finish(id)
                .then()
                .body("accepted", equalTo(1))
                .body("rejected", equalTo(2))
                .body("firstErrors.line", equalTo(List.of(5, 6)))
                .body("firstErrors[0].column", equalTo("price"))
                .body("firstErrors[1].reason", equalTo("no_id"));

        Event event = shop.event();
        assertEquals(
                List.of("Product Added", "2020-01-01T00:00:00Z", 12.5, "two\r\nlines, \"quoted\""),
                List.of(
                        event.name(),
                        event.occurredAt().toString(),
                        event.properties().get("price"),
                        event.properties().get("name")));
    }

    @Test
    void fileWhoseHeaderLacksAColumnFails() {
        String id = shop.begin(CSV);
        shop.send(id, 0, "customer,when,price\nu1,2020-01-01,1\n")
                .then()
                .statusCode(422)
                .body("detail", containsString("Line 1, column the\nname"));
        shop.person()
                .get("/imports/" + id)
                .then()
                .body("state", equalTo("failed"))
                .body("firstErrors[0].reason", equalTo("unusable_file"));
        shop.send(id, 0, "x").then().statusCode(409);
        shop.finish(id).then().statusCode(409);
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
        shop.person()
                .multiPart("import", shop.request(CSV), "application/json")
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

        assertEquals(List.of(), shop.events());
        shop.person().get("/imports").then().body("items", hasSize(0));
    }

    @Test
    void dryRunWithoutItsPartsOrWithAWrongMappingIsRefused() {
        shop.person()
                .multiPart("file", "carts.csv", "a".getBytes(UTF_8))
                .post("/imports/dry-run")
                .then()
                .statusCode(400);
        shop.person()
                .multiPart(
                        "import", shop.request(CSV.replace("userId", "user")), "application/json")
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
            shop.person()
                    .contentType("application/json")
                    .body(shop.request(wrong))
                    .post("/imports")
                    .then()
                    .statusCode(400)
                    .contentType("application/problem+json");
        }
        shop.person()
                .contentType("application/json")
                .body(shop.request("").replace(shop.id().toString(), UUID.randomUUID().toString()))
                .post("/imports")
                .then()
                .statusCode(422)
                .body("flaws[0].path", equalTo("/source"));
    }

    @Test
    void exportOfGoogleAnalyticsIsReadAsItsHitsAre() {
        String id = shop.begin(", \"preset\": \"ga4-export\"");
        String row =
                """
                {"event_timestamp":"1577836800000000","event_name":"add_to_cart","user_pseudo_id":"1.2",
                 "items":[{"item_id":"tee","item_name":"Tee","price":2980,"quantity":"1"}]}
                """
                        .replace("\n", "");
        shop.send(id, 0, row + "\n" + row + "\n7\n");
        shop.finish(id)
                .then()
                .body("accepted", equalTo(2))
                .body("firstErrors.line", equalTo(List.of(3)));

        assertEquals(1, shop.events().stream().distinct().count());
        Event event = shop.event();
        assertEquals(
                List.of("Product Added", "ga4:1.2", "2020-01-01T00:00:00Z", true, "tee"),
                List.of(
                        event.name(),
                        String.valueOf(event.anonymousId()),
                        event.occurredAt().toString(),
                        event.historic(),
                        String.valueOf(event.properties().get("product_id"))));
    }
}
