package io.itinera.gateway.domain;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What a request needs its caller to have. */
public enum Right {
    /** Sees. */
    READ,
    /** Changes what the workspace says to its customers. */
    WRITE,
    /** Changes who gets in and who is who: members, sources and the workspace's settings. */
    OWN;

    private static final Set<String> SAFE_METHODS = Set.of("GET", "HEAD", "OPTIONS");
    private static final Set<String> OWNED =
            Set.of("members", "sources", "identities", "personalisation", "erasures");
    private static final Set<List<String>> QUESTIONS =
            Set.of(
                    List.of("templates", "preview"),
                    List.of("conditions", "describe"),
                    List.of("conditions", "explain"),
                    List.of("segments", "preview"),
                    List.of("imports", "dry-run"),
                    List.of("webhooks", "dry-run"));

    /**
     * The right that a request needs.
     *
     * @param method the request's method, in upper case
     * @param path the segments after the workspace; none is the workspace itself
     */
    public static Right neededFor(String method, List<String> path) {
        if (isWholeCustomer(method, path)) {
            return OWN;
        }
        if (SAFE_METHODS.contains(method) || isQuestion(method, path)) {
            return READ;
        }
        return path.isEmpty() || OWNED.contains(path.getFirst()) ? OWN : WRITE;
    }

    /** Erases a person, or hands out everything that is known of them. */
    private static boolean isWholeCustomer(String method, List<String> path) {
        return !path.isEmpty()
                && path.getFirst().equals("customers")
                && ((path.size() == 2 && method.equals("DELETE"))
                        || (path.size() == 3 && path.getLast().equals("export")));
    }

    /** A POST that only asks, because what it asks does not fit in an address. */
    private static boolean isQuestion(String method, List<String> path) {
        return method.equals("POST")
                && !path.isEmpty()
                && (path.getFirst().equals("insights") || QUESTIONS.contains(path));
    }

    /** The right as it stands in the internal token. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
