package io.itinera.loadtests;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One path and method of the OpenAPI document.
 *
 * @param method in upper case
 * @param template the path, its parameters in braces
 */
record Route(String method, String template) {
    private static final String WORKSPACE = "/api/workspaces/{workspace}";
    private static final Set<String> METHODS =
            Set.of("get", "put", "post", "delete", "patch", "head", "options");
    private static final Pattern PARAMETER = Pattern.compile("\\{(\\w+)}");
    private static final Pattern NAMED = Pattern.compile("/(\\w+)/\\{");

    private static final String DAYS =
            "\"from\": \"2020-01-01T00:00:00Z\", \"to\": \"2120-01-01T00:00:00Z\"";
    private static final String FUNNEL =
            "{\"steps\": [{\"event\": \"Signed Up\"}], \"within\": \"P7D\", " + DAYS + "}";

    /** What these routes need in order to answer with anything that they know. */
    private static final Map<String, String> BODIES =
            Map.of(
                    "/feeds/{source}/complete-up-to",
                    "{\"completeUpTo\": \"2026-01-01T00:00:00Z\"}",
                    "/insights/funnel",
                    FUNNEL,
                    "/insights/people",
                    "{\"funnel\": " + FUNNEL + ", \"step\": 1}",
                    "/insights/paths",
                    "{" + DAYS + ", \"depth\": 5, \"top\": 8}");

    /** Every route of a document. */
    static List<Route> of(JsonNode document) {
        return document.path("paths").properties().stream()
                .flatMap(
                        path ->
                                methods(path.getValue())
                                        .map(each -> new Route(each, path.getKey())))
                .toList();
    }

    private static Stream<String> methods(JsonNode path) {
        return path.properties().stream()
                .map(Map.Entry::getKey)
                .filter(METHODS::contains)
                .map(method -> method.toUpperCase(Locale.ROOT));
    }

    boolean isOfAWorkspace() {
        return template.startsWith(WORKSPACE);
    }

    /** Whether the path names something in the workspace by an id of its own. */
    boolean namesSomething(Room room) {
        return room.ids().containsKey(kind());
    }

    /** The path in a workspace, asking for what stands in a room, by its path and by its query. */
    String pathIn(String workspace, Room asked) {
        String id = asked.ids().getOrDefault(kind(), "cart-drop");
        Matcher parameters = PARAMETER.matcher(inside());
        String rest =
                parameters.replaceAll(
                        found ->
                                found.group(1).equals("version")
                                        ? "1"
                                        : Matcher.quoteReplacement(id));
        return "/api/workspaces/%s%s?customer=%s&journey=%s&query=%s&address=%s"
                .formatted(
                        workspace,
                        rest,
                        asked.ids().get("customers"),
                        asked.ids().get("journeys"),
                        Room.CUSTOMER,
                        asked.address());
    }

    String body() {
        boolean has = method.equals("POST") || method.equals("PUT");
        return has ? BODIES.getOrDefault(inside(), "{}") : "";
    }

    private String inside() {
        return template.substring(WORKSPACE.length());
    }

    /** What the path names one of, such as journeys; empty when it names nothing. */
    private String kind() {
        Matcher named = NAMED.matcher(inside());
        return named.find() ? named.group(1) : "";
    }

    @Override
    public String toString() {
        return method + " " + template;
    }
}
