package io.itinera.gateway;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;

import io.itinera.gateway.behind.RealServers;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@RealServers
class PageTest {
    private static final String BROWSER = "text/html,application/xhtml+xml;q=0.9,*/*;q=0.8";

    @ParameterizedTest
    @ValueSource(strings = {"/", "/journeys", "/journeys/1?tab=live", "/apiary", "/customers/a/b"})
    void everyPlaceOpensThePage(String place) {
        given().accept(BROWSER)
                .get(place)
                .then()
                .statusCode(200)
                .body(containsString("<title>The page</title>"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/assets/gone.js", "/favicon.svg"})
    void missingFileIsNotThePage(String file) {
        given().accept(BROWSER).get(file).then().statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/nothing", "/api/workspaces/1"})
    void dataIsNeverThePage(String path) {
        given().accept(BROWSER)
                .get(path)
                .then()
                .statusCode(401)
                .contentType("application/problem+json");
    }
}
