package io.itinera.gateway.domain;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A request path inside a workspace, taken apart once: what is checked is what is passed on.
 *
 * @param workspace the workspace that the path names
 * @param segments what follows it, still percent-encoded
 */
public record WorkspacePath(UUID workspace, List<String> segments) {
    public static final String PREFIX = "/api/workspaces/";
    private static final int UUID_LENGTH = 36;

    public WorkspacePath {
        segments = List.copyOf(segments);
    }

    /**
     * Takes a normalised path apart. Empty when it names no workspace, has an empty segment or a
     * matrix parameter: routers disagree about those, so that one could be judged and another
     * served.
     */
    public static Optional<WorkspacePath> of(String path) {
        if (!path.startsWith(PREFIX) || path.contains(";") || path.contains("//")) {
            return Optional.empty();
        }
        List<String> parts = List.of(withoutEnd(path).substring(PREFIX.length()).split("/", -1));
        return uuid(parts.getFirst())
                .map(workspace -> new WorkspacePath(workspace, parts.subList(1, parts.size())));
    }

    /** A slash at the end says nothing, to every router alike. */
    private static String withoutEnd(String path) {
        boolean ends = path.length() > PREFIX.length() && path.endsWith("/");
        return ends ? path.substring(0, path.length() - 1) : path;
    }

    private static Optional<UUID> uuid(String text) {
        if (text.length() != UUID_LENGTH) {
            return Optional.empty();
        }
        try {
            UUID id = UUID.fromString(text);
            return id.toString().equals(text) ? Optional.of(id) : Optional.empty();
        } catch (IllegalArgumentException notAUuid) {
            return Optional.empty();
        }
    }

    /** The path as the service sees it. */
    public String rest() {
        return "/" + String.join("/", segments);
    }

    /** The service that answers for this path; empty when the gateway itself does or nobody. */
    public Optional<Service> service() {
        return segments.isEmpty() ? Optional.empty() : Service.answeringFor(segments.getFirst());
    }
}
