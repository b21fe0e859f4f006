package io.itinera.loadtests;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.itinera.loadtests.Person.Answer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Two workspaces with the same user id in both. Every route of the merged OpenAPI document is
 * called by somebody who belongs to none, and by an owner of the second who asks for what stands in
 * the first.
 */
@ExtendWith(OneMesh.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class IsolationIT {
    private static final int ROUTES_AT_LEAST = 60;
    private static final List<String> WHAT_STANDS =
            List.of(
                    "",
                    "/journeys",
                    "/templates",
                    "/segments",
                    "/attributes",
                    "/catalogue/items",
                    "/sources",
                    "/members",
                    "/imports",
                    "/deliveries",
                    "/customers",
                    "/accounts");

    private Person demo;
    private Person mira;
    private Room first;
    private Room second;
    private List<Route> routes;
    private List<JsonNode> before;

    @BeforeAll
    void furnish(Mesh mesh) throws IOException, InterruptedException {
        Target target = mesh.target();
        demo = Person.signIn(target.coordinates(), "demo", "demo");
        mira = Person.signIn(target.coordinates(), "mira", "mira");
        first = Room.furnished(demo, target, "first");
        second = Room.furnished(demo, target, "second");
        routes = Route.of(demo.get("/api/openapi.json"));
        before = whatStandsInTheFirst();
    }

    @AfterAll
    void firstStandsAsItStood() throws IOException, InterruptedException {
        assertEquals(before, whatStandsInTheFirst());
    }

    @Test
    void documentNamesTheRoutesOfEveryService() throws IOException, InterruptedException {
        JsonNode missing = demo.get("/api/openapi.json").path("x-itinera-missing");
        assertTrue(missing.isArray() && missing.isEmpty(), missing::toString);
        assertTrue(routes.size() >= ROUTES_AT_LEAST, () -> routes.size() + " routes");
    }

    @Order(1)
    @TestFactory
    Stream<DynamicTest> strangerLearnsNothing() {
        return inWorkspaces().map(route -> dynamicTest(route.toString(), () -> isRefused(route)));
    }

    @Order(2)
    @TestFactory
    Stream<DynamicTest> ownerOfTheSecondLearnsNothingOfTheFirst()
            throws IOException, InterruptedException {
        demo.post(
                second.path("/members"), Map.of("email", "mira@itinera.example", "role", "owner"));
        return Stream.concat(
                inWorkspaces()
                        .map(route -> dynamicTest(route + " of the first", () -> isRefused(route))),
                inWorkspaces()
                        .map(
                                route ->
                                        dynamicTest(
                                                route + " of the second",
                                                () -> tellsNothing(route))));
    }

    @Test
    void sameUserIdIsAnotherCustomerInEachWorkspace() throws IOException, InterruptedException {
        JsonNode one = customer(first);
        JsonNode other = customer(second);
        assertNotEquals(one.path("id"), other.path("id"));
        assertAll(() -> tellsOnlyOf(first, one, second), () -> tellsOnlyOf(second, other, first));
    }

    private void tellsOnlyOf(Room room, JsonNode customer, Room elsewhere)
            throws IOException, InterruptedException {
        String path = "/customers/" + customer.path("id").asText();
        String profile = demo.get(room.path(path)).toString();
        String timeline = demo.get(room.path(path + "/timeline")).toString();
        assertTrue(profile.contains(room.canary()), profile);
        assertTrue(timeline.contains(room.canary()), timeline);
        assertFalse((profile + timeline).contains(elsewhere.canary()), profile + timeline);
    }

    private JsonNode customer(Room room) throws IOException, InterruptedException {
        JsonNode found = demo.get(room.path("/customers?query=" + Room.CUSTOMER)).path("items");
        assertEquals(1, found.size(), found::toString);
        return found.path(0);
    }

    private void isRefused(Route route) throws IOException, InterruptedException {
        String path = route.pathIn(first.id(), first);
        Answer answer = mira.send(route.method(), path, route.body());
        assertEquals(404, answer.status(), answer::body);
        assertNothingOfTheFirstIn(answer.body(), path);
    }

    /** Refused, or answered as it would be for an id that nobody ever had. */
    private void tellsNothing(Route route) throws IOException, InterruptedException {
        String path = route.pathIn(second.id(), first);
        Answer answer = mira.send(route.method(), path, route.body());
        assertNothingOfTheFirstIn(answer.body(), path);
        if (answer.succeeded() && route.namesSomething(first)) {
            assertEquals("GET", route.method(), answer::toString);
            String elsewhere = route.pathIn(second.id(), Room.thatNeverWas());
            assertEquals(mira.send("GET", elsewhere, ""), answer);
        }
    }

    /** What was asked for may be said back: it is known to who asked. */
    private void assertNothingOfTheFirstIn(String body, String asked) {
        Stream.concat(Stream.of(first.id(), first.canary()), first.ids().values().stream())
                .filter(word -> !asked.contains(word))
                .forEach(word -> assertFalse(body.contains(word), () -> word + " in " + body));
    }

    private Stream<Route> inWorkspaces() {
        return routes.stream().filter(Route::isOfAWorkspace);
    }

    /** How late a source is changes by itself, every minute. */
    private static void withoutLag(JsonNode answer) {
        answer.path("items").forEach(item -> ((ObjectNode) item).remove("lag"));
    }

    private List<JsonNode> whatStandsInTheFirst() throws IOException, InterruptedException {
        List<JsonNode> found = new ArrayList<>();
        for (String path : WHAT_STANDS) {
            found.add(demo.get(first.path(path)));
        }
        found.forEach(IsolationIT::withoutLag);
        return found;
    }
}
