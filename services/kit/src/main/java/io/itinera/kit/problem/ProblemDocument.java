package io.itinera.kit.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.itinera.kit.trace.Traces;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The body of every error answer (RFC 9457).
 *
 * @param type identifies the code
 * @param title the code's sentence
 * @param status the HTTP status, repeated
 * @param detail what was wrong this time
 * @param instance the path that was asked for
 * @param traceId where to look in the logs
 * @param flaws the places that are wrong
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ProblemDocument(
        URI type,
        String title,
        int status,
        String detail,
        String instance,
        @Nullable String traceId,
        List<Flaw> flaws) {
    /** The media type of these documents. */
    public static final String MEDIA_TYPE = "application/problem+json";

    private static final String TYPES = "https://itinera.example/problems/";

    /** Names the current trace. */
    static ProblemDocument of(Problem problem, String path) {
        return of(problem, path, Traces.currentId().orElse(null));
    }

    static ProblemDocument of(Problem problem, String path, @Nullable String traceId) {
        ProblemCode code = problem.code();
        return new ProblemDocument(
                URI.create(TYPES + code.text()),
                code.title(),
                code.status(),
                problem.detail(),
                path,
                traceId,
                problem.flaws());
    }
}
