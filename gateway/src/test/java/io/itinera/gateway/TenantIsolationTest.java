package io.itinera.gateway;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.itinera.gateway.behind.Api;
import io.itinera.gateway.behind.InternalTokens;
import io.itinera.gateway.behind.People;
import io.itinera.gateway.behind.RealServers;
import io.itinera.gateway.behind.Seen;
import io.itinera.gateway.behind.Services;
import io.itinera.gateway.domain.Right;
import io.itinera.gateway.domain.Role;
import io.itinera.gateway.domain.Service;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every route of the merged document, tried by people who have no business there. */
@QuarkusTest
@RealServers
class TenantIsolationTest {
    private static final String PREFIX = "/api/workspaces/{workspace}";
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");
    private static final String ONE = People.founder("isolation-one");
    private static final String OTHER = People.founder("isolation-other");

    Services services;

    private record Operation(String method, String path) {
        /** The segments after the workspace. */
        List<String> segments() {
            String rest = path.substring(PREFIX.length());
            return rest.isEmpty() ? List.of() : List.of(rest.substring(1).split("/", -1));
        }

        Optional<Service> service() {
            return segments().isEmpty()
                    ? Optional.empty()
                    : Service.answeringFor(segments().getFirst());
        }

        int statusFor(String token, String workspace) {
            String concrete =
                    path.replace("{workspace}", workspace)
                            .replaceAll("\\{[^}]+}", "0190a5b0-7c11-7b33-8f10-1f8d5a2b9c77");
            return Api.as(token).body("{}").request(method, concrete).statusCode();
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    @Test
    void noRouteAnswersTheOtherWorkspacesToken() {
        String mine = Api.workspace(ONE, "Mine");
        Api.workspace(OTHER, "Theirs");
        services.forget();

        for (Operation operation : operations()) {
            assertEquals(404, operation.statusFor(OTHER, mine), operation.toString());
        }

        assertEquals(List.of(), services.seen(), "nothing reached a service");
    }

    @Test
    void noRouteAnswersAStranger() {
        String mine = Api.workspace(ONE, "Mine");
        services.forget();

        for (Operation operation : operations()) {
            String concrete = operation.path().replace("{workspace}", mine);
            assertEquals(
                    401,
                    given().urlEncodingEnabled(false)
                            .request(operation.method(), concrete.replaceAll("[{}]", ""))
                            .statusCode(),
                    operation.toString());
        }

        assertEquals(List.of(), services.seen(), "nothing reached a service");
    }

    @Test
    void whatReachesAServiceCarriesATokenForItAndTheWorkspaceInThePath() {
        String mine = Api.workspace(ONE, "Mine");
        String theirs = Api.workspace(OTHER, "Theirs");

        for (Operation operation : throughTheProxy()) {
            services.forget();
            assertEquals(200, operation.statusFor(ONE, mine), operation.toString());
            assertEquals(200, operation.statusFor(OTHER, theirs), operation.toString());

            List<Seen> seen = services.seen();
            assertEquals(2, seen.size(), operation.toString());
            assertReached(operation, mine, "isolation-one", seen.getFirst());
            assertReached(operation, theirs, "isolation-other", seen.getLast());
        }
    }

    private static void assertReached(
            Operation operation, String workspace, String person, Seen seen) {
        assertEquals(operation.service(), Optional.of(seen.service()), operation.toString());
        assertEquals(workspace, InternalTokens.grant(seen).workspace(), operation.toString());
        assertEquals(person, InternalTokens.grant(seen).person(), operation.toString());
        assertFalse(seen.path().contains(workspace), operation.toString());
    }

    @Test
    void roleWithoutTheRightIsRefusedOnEveryRouteAndWithItServed() {
        String workspace = Api.workspace(ONE, "Roles");
        Api.member(ONE, workspace, "isolation-viewer", "viewer");
        Api.member(ONE, workspace, "isolation-author", "author");
        Map<Role, String> people =
                Map.of(
                        Role.VIEWER, People.person("isolation-viewer"),
                        Role.AUTHOR, People.person("isolation-author"));

        for (Operation operation : operations()) {
            Right needed = Right.neededFor(operation.method(), operation.segments());
            for (Map.Entry<Role, String> person : people.entrySet()) {
                services.forget();
                int status = operation.statusFor(person.getValue(), workspace);

                boolean may = person.getKey().may(needed);
                assertEquals(!may, status == 403, person.getKey() + " " + operation);
                assertTrue(may || services.seen().isEmpty(), operation.toString());
            }
        }
    }

    private static List<Operation> throughTheProxy() {
        return operations().stream().filter(one -> one.service().isPresent()).toList();
    }

    /** What the merged document says that can be done in a workspace. */
    private static List<Operation> operations() {
        JsonPath document = given().get("/api/openapi.json").jsonPath();
        Map<String, Map<String, Object>> paths = document.getMap("paths");
        List<Operation> operations =
                paths.entrySet().stream()
                        .filter(path -> path.getKey().startsWith(PREFIX))
                        .flatMap(path -> operations(path.getKey(), path.getValue()))
                        .toList();
        assertTrue(operations.size() > 50, "the document is whole: " + operations.size());
        return operations;
    }

    private static Stream<Operation> operations(String path, Map<String, Object> item) {
        return item.keySet().stream()
                .filter(METHODS::contains)
                .map(method -> new Operation(method.toUpperCase(Locale.ROOT), path));
    }
}
