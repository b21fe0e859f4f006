package io.itinera.gateway.behind;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.util.Map;

/** The gateway as a script with a bearer token uses it. */
public final class Api {
    private Api() {}

    /** A request with this token. */
    public static RequestSpecification as(String token) {
        return given().auth().oauth2(token).contentType(ContentType.JSON);
    }

    /** Creates a workspace; its id. */
    public static String workspace(String token, String name) {
        return as(token)
                .body(
                        Map.of(
                                "name", name,
                                "zone", "Asia/Tokyo",
                                "locale", "en",
                                "sender", "Shop <hello@shop.example>"))
                .post("/api/workspaces")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** Lets somebody in, who takes it up at once. */
    public static void member(String owner, String workspace, String subject, String role) {
        as(owner)
                .body(Map.of("email", People.email(subject), "role", role))
                .post("/api/workspaces/{w}/members", workspace)
                .then()
                .statusCode(201);
        as(People.person(subject)).get("/api/me").then().statusCode(200);
    }
}
