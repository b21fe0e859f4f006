package io.itinera.kit.problem;

import java.util.Locale;

/** Everything that a service may answer instead of what was asked for; codes are only added. */
public enum ProblemCode {
    /** The request cannot be read: not JSON, a member missing, a parameter out of its range. */
    BAD_REQUEST(400, "The request cannot be read"),
    /** No credential, or one that does not hold. */
    UNAUTHENTICATED(401, "Who is asking is not known"),
    /** A credential that does not allow this. */
    FORBIDDEN(403, "This is not allowed"),
    /** Nothing is there, or nothing that the caller may know of. */
    NOT_FOUND(404, "There is no such thing here"),
    /** The path is there, the method is not. */
    METHOD_NOT_ALLOWED(405, "This path does not take this method"),
    /** No representation that the caller accepts. */
    NOT_ACCEPTABLE(406, "No answer in an accepted form"),
    /** The request's body came too slowly. */
    REQUEST_TIMEOUT(408, "The request took too long to arrive"),
    /** The state does not allow it, such as archiving what is archived. */
    CONFLICT(409, "The present state does not allow this"),
    /** The draft was changed since the caller read it. */
    STALE_REVISION(409, "Someone else changed this meanwhile"),
    /** The body is larger than the limit. */
    TOO_LARGE(413, "The request is too large"),
    /** The body is of a type that is not read here. */
    UNSUPPORTED_MEDIA_TYPE(415, "This type of body is not read here"),
    /** It can be read and makes no sense; the flaws say where. */
    FLAWED(422, "What was sent does not hold together"),
    /** Too much in too short a time. */
    TOO_MANY_REQUESTS(429, "Too many requests"),
    /** A surprise; the log has it under the trace id. */
    INTERNAL(500, "Something went wrong here"),
    /** A service behind this one gave no usable answer. */
    BAD_GATEWAY(502, "A service behind this one failed"),
    /** Not now: starting, stopping or cut off from what is needed. */
    UNAVAILABLE(503, "Not available at the moment"),
    /** A service behind this one took too long. */
    GATEWAY_TIMEOUT(504, "A service behind this one took too long");

    private final int status;
    private final String title;

    ProblemCode(int status, String title) {
        this.status = status;
        this.title = title;
    }

    /** The code as it stands in documents, such as {@code stale_revision}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    /** The constant sentence that belongs to the code. */
    public String title() {
        return title;
    }

    /** The code for a status that a framework chose. */
    static ProblemCode ofStatus(int status) {
        for (ProblemCode code : values()) {
            if (code.status == status) {
                return code;
            }
        }
        return status < 500 ? BAD_REQUEST : INTERNAL;
    }
}
