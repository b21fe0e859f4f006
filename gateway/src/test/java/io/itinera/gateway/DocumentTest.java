package io.itinera.gateway;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.itinera.gateway.behind.RealServers;
import io.itinera.gateway.behind.Routes;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.util.Locale;
import org.junit.jupiter.api.Test;

@QuarkusTest
@RealServers
class DocumentTest {
    private static final String PREFIX = "/api/workspaces/{workspace}";

    @Test
    void everyRouteOfEveryServiceStandsBelowTheWorkspace() {
        JsonObject paths = merged().getJsonObject("paths");

        for (Routes.Route route : Routes.all()) {
            JsonObject item = paths.getJsonObject(PREFIX + route.path());
            boolean isPublic = route.path().startsWith("/public");
            assertEquals(isPublic, item == null, route.path());
            if (item != null) {
                assertTrue(
                        item.containsKey(route.method().toLowerCase(Locale.ROOT)),
                        route.toString());
            }
        }
    }

    @Test
    void gatewaysOwnRoutesStandThereToo() {
        JsonObject paths = merged().getJsonObject("paths");

        assertTrue(paths.getJsonObject("/api/me").containsKey("get"));
        assertTrue(paths.getJsonObject("/api/workspaces").containsKey("post"));
        assertTrue(paths.getJsonObject(PREFIX).containsKey("put"));
        assertTrue(paths.getJsonObject(PREFIX + "/members").containsKey("post"));
        assertTrue(paths.getJsonObject(PREFIX + "/sources/{source}/rotate").containsKey("post"));
        assertFalse(paths.containsKey("/login"));
    }

    @Test
    void componentsOfTwoServicesWithOneNameStayApart() {
        JsonObject document = merged();
        JsonObject schemas = document.getJsonObject("components").getJsonObject("schemas");

        assertEquals(
                "An answer of journeys",
                schemas.getJsonObject("journeys.Answer").getString("title"));
        assertEquals(
                "An answer of insights",
                schemas.getJsonObject("insights.Answer").getString("title"));
        assertEquals("#/components/schemas/journeys.Answer", reference(document, "/journeys"));
        assertEquals("#/components/schemas/insights.Answer", reference(document, "/insights/why"));
    }

    @Test
    void workspaceIsAParameterOfEveryPathThatNamesIt() {
        merged().getJsonObject("paths")
                .forEach(
                        path -> {
                            boolean names = path.getKey().contains("{workspace}");
                            JsonObject item = (JsonObject) path.getValue();
                            assertEquals(
                                    names,
                                    item.containsKey("parameters")
                                            && item.getJsonArray("parameters")
                                                    .getJsonObject(0)
                                                    .getString("name")
                                                    .equals("workspace"),
                                    path.getKey());
                        });
    }

    @Test
    void nobodyIsMissing() {
        assertTrue(merged().getJsonArray("x-itinera-missing").isEmpty());
    }

    private static String reference(JsonObject document, String path) {
        return document.getJsonObject("paths")
                .getJsonObject(PREFIX + path)
                .getJsonObject("get")
                .getJsonObject("responses")
                .getJsonObject("200")
                .getJsonObject("content")
                .getJsonObject("application/json")
                .getJsonObject("schema")
                .getString("$ref");
    }

    private static JsonObject merged() {
        return new JsonObject(
                given().get("/api/openapi.json").then().statusCode(200).extract().asString());
    }
}
