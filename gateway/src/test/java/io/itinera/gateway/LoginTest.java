package io.itinera.gateway;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.containsStringIgnoringCase;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesRegex;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.itinera.gateway.behind.Browser;
import io.itinera.gateway.behind.RealServers;
import io.itinera.gateway.domain.Secret;
import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.regex.Pattern;
import org.hamcrest.Matcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@RealServers
class LoginTest {
    private final Browser browser = new Browser();

    @Inject RedisDataSource redis;

    @Test
    void strangerIsSentToTheProviderWithProofKeys() {
        browser.request()
                .get("/login?to=/journeys")
                .then()
                .statusCode(302)
                .header(
                        "Location",
                        allOf(
                                containsString("/auth/realms/quarkus?response_type=code"),
                                containsString("code_challenge="),
                                containsString("scope=openid")));
    }

    @Test
    void signingInLeadsBackToWhereItBegan() {
        Response arrived = browser.signIn("/journeys/1?tab=live");

        arrived.then().statusCode(303).header("Location", endsWithPath("/journeys/1?tab=live"));
        browser.request()
                .get("/api/me")
                .then()
                .statusCode(200)
                .body("person.id", equalTo("123456"))
                .body("mayCreateWorkspaces", equalTo(true))
                .body("collector", equalTo("https://collect.example"));
    }

    @Test
    void providerThatRefusesLeadsToAPageOfOursAndTheNextTrySignsIn() {
        String state = browser.goToProvider("/journeys");

        browser.comeBack("error=access_denied&state=" + state)
                .then()
                .statusCode(303)
                .header("Location", endsWithPath("/signed-out?failed=true"));

        browser.signIn("/").then().statusCode(303);
        browser.request().get("/api/me").then().statusCode(200);
    }

    @Test
    void comingBackWithAnothersStateBeginsAnew() {
        browser.goToProvider("/journeys");

        browser.comeBack("code=a-code&state=another")
                .then()
                .statusCode(302)
                .header("Location", containsString("/auth/realms/quarkus?response_type=code"));

        browser.request().get("/api/me").then().statusCode(401);
    }

    @Test
    void gatewayIsReadyWhileTheProviderAnswers() {
        browser.request()
                .get("/q/health/ready")
                .then()
                .statusCode(200)
                .body("checks.find { it.name == 'identity provider' }.status", equalTo("UP"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//evil.example",
                "https://evil.example/",
                "/\\evil.example",
                "javascript:alert(1)",
                "evil",
                "/a b"
            })
    void signingInNeverLeadsElsewhere(String to) {
        browser.signIn(to).then().statusCode(303).header("Location", endsWithPath("/"));
    }

    @Test
    void cookieIsATicketAndRedisKeepsNothingReadable() {
        browser.signIn("/");

        String ticket = browser.session();
        String place = "itinera:session:" + new Secret(ticket).hash();
        String kept = redis.value(String.class).get(place);

        assertEquals(43, ticket.length(), "256 bits and nothing else");
        assertFalse(kept.contains("eyJ"), "a token would begin so");
        assertTrue(redis.key().ttl(place) > 0, "it ends by itself");
    }

    @Test
    void cookieIsHiddenFromScriptsAndOtherSites() {
        browser.signIn("/");
        Browser other = new Browser();
        Response away = other.keep(other.request().get("/login"));

        away.then()
                .header(
                        "Set-Cookie",
                        allOf(
                                containsStringIgnoringCase("HttpOnly"),
                                containsString("SameSite=Lax")));
    }

    @Test
    void sessionThatIsGoneFromRedisIsOver() {
        browser.signIn("/");
        redis.key().del("itinera:session:" + new Secret(browser.session()).hash());

        browser.request()
                .get("/api/me")
                .then()
                .statusCode(401)
                .contentType("application/problem+json");
    }

    @Test
    void inventedTicketOpensNothing() {
        browser.request()
                .cookie("q_session", "A".repeat(43))
                .get("/api/me")
                .then()
                .statusCode(401)
                .contentType("application/problem+json");
    }

    @Test
    void signingOutEndsTheSessionHereAndAtTheProvider() {
        browser.signIn("/");
        String place = "itinera:session:" + new Secret(browser.session()).hash();

        browser.request()
                .header("Sec-Fetch-Site", "same-origin")
                .post("/logout")
                .then()
                .statusCode(302)
                .header("Location", containsString("/end-session?id_token_hint="));

        assertNull(redis.value(String.class).get(place));
    }

    @Test
    void signingOutTwiceLeadsHome() {
        browser.request().post("/logout").then().statusCode(303).header("Location", equalTo("/"));
    }

    @Test
    void linkDoesNotSignOut() {
        browser.signIn("/");

        browser.request().get("/logout").then().statusCode(405);

        browser.request().get("/api/me").then().statusCode(200);
    }

    @Test
    void everyAnswerForbidsWhatThePageDoesNotNeed() {
        browser.request()
                .get("/api/openapi.json")
                .then()
                .header("X-Content-Type-Options", equalTo("nosniff"))
                .header("X-Frame-Options", equalTo("DENY"))
                .header("Referrer-Policy", equalTo("same-origin"))
                .header(
                        "Content-Security-Policy",
                        startsWith("default-src 'self'; script-src 'self';"));
    }

    private static Matcher<String> endsWithPath(String path) {
        return matchesRegex("(http://[^/]+)?" + Pattern.quote(path));
    }
}
