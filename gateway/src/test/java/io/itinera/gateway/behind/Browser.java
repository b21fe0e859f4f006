package io.itinera.gateway.behind;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The gateway as a browser uses it: keeps cookies, follows redirects only when told. */
public final class Browser {
    private static final Pattern STATE = Pattern.compile("[?&]state=([^&]+)");

    private final Map<String, String> cookies = new HashMap<>();

    /** A request with the cookies so far. */
    public RequestSpecification request() {
        return given().cookies(cookies).contentType(ContentType.JSON).redirects().follow(false);
    }

    /** Keeps the cookies that an answer sets and drops those that it ends. */
    public Response keep(Response answer) {
        cookies.putAll(answer.cookies());
        cookies.values().removeIf(String::isEmpty);
        return answer;
    }

    /**
     * Signs in as the identity provider's alice, who may create workspaces, and goes on to where
     * that leads.
     *
     * @return the last answer, which leads into the page
     */
    public Response signIn(String to) {
        Response back = comeBack("code=a-code&state=" + goToProvider(to));
        if (back.statusCode() != 302) {
            throw new IllegalStateException("sign-in failed: " + back.statusCode());
        }
        URI next = URI.create(back.header("Location"));
        return keep(
                request()
                        .urlEncodingEnabled(false)
                        .get(next.getRawPath() + "?" + next.getRawQuery()));
    }

    /**
     * Goes to the identity provider to sign in.
     *
     * @return the state that it has to send back
     */
    public String goToProvider(String to) {
        Response away = keep(request().queryParam("to", to).get("/login"));
        Matcher state = STATE.matcher(away.header("Location"));
        if (away.statusCode() != 302 || !state.find()) {
            throw new IllegalStateException("no way to the provider: " + away.asString());
        }
        return state.group(1);
    }

    /** Comes back from the identity provider with what it says. */
    public Response comeBack(String query) {
        return keep(request().urlEncodingEnabled(false).get("/login?" + query));
    }

    /** The session cookie's value. */
    public String session() {
        return cookies.get("q_session");
    }
}
