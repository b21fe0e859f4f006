package io.itinera.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.itinera.gateway.behind.Api;
import io.itinera.gateway.behind.Browser;
import io.itinera.gateway.behind.People;
import io.itinera.gateway.behind.RealServers;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@RealServers
class CrossSiteTest {
    private static final Map<String, String> WORKSPACE =
            Map.of(
                    "name", "Cross-site",
                    "zone", "UTC",
                    "locale", "en",
                    "sender", "hello@shop.example");

    private final Browser browser = new Browser();

    @TestHTTPResource("/")
    URI gateway;

    @BeforeEach
    void signIn() {
        browser.signIn("/");
    }

    @Test
    void cookieAloneChangesNothing() {
        assertEquals(403, create(browser.request()));
    }

    @Test
    void ownPageChanges() {
        assertEquals(201, create(browser.request().header("Sec-Fetch-Site", "same-origin")));
        assertEquals(201, create(browser.request().header("Origin", ownOrigin())));
    }

    @Test
    void scriptThatIsNoBrowserShowsAHeaderInstead() {
        assertEquals(201, create(browser.request().header("X-Requested-With", "JavaScript")));
    }

    @Test
    void otherSiteChangesNothingWhateverElseItShows() {
        for (String site : new String[] {"cross-site", "same-site", "none"}) {
            assertEquals(
                    403,
                    create(
                            browser.request()
                                    .header("Sec-Fetch-Site", site)
                                    .header("Origin", ownOrigin())
                                    .header("X-Requested-With", "JavaScript")),
                    site);
        }
        for (String origin : new String[] {"https://evil.example", "null", ownOrigin() + "0"}) {
            assertEquals(
                    403,
                    create(
                            browser.request()
                                    .header("Origin", origin)
                                    .header("X-Requested-With", "JavaScript")),
                    origin);
        }
    }

    @Test
    void otherSiteDoesNotSignAnybodyOut() {
        browser.request()
                .header("Origin", "https://evil.example")
                .post("/logout")
                .then()
                .statusCode(403);

        browser.request().get("/api/me").then().statusCode(200);
    }

    @Test
    void bearerTokenNeedsNoProof() {
        assertEquals(201, create(Api.as(People.founder("cross-site-script"))));
    }

    @Test
    void readingNeedsNoProof() {
        browser.request()
                .header("Sec-Fetch-Site", "cross-site")
                .get("/api/me")
                .then()
                .statusCode(200);
    }

    private String ownOrigin() {
        return gateway.getScheme() + "://" + gateway.getAuthority();
    }

    private static int create(RequestSpecification request) {
        return request.body(WORKSPACE).post("/api/workspaces").statusCode();
    }
}
