package io.itinera.kit.problem;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Ends a request with a problem document. It is an answer rather than a defect, so it carries no
 * stack trace and nobody logs it.
 */
public final class Problem extends RuntimeException {
    private final ProblemCode code;
    private final String detail;
    private final transient List<Flaw> flaws;
    private final @Nullable Duration retryAfter;

    /**
     * A problem with one sentence about it.
     *
     * @param detail what was wrong, naming the value; never anything personal
     */
    public Problem(ProblemCode code, String detail) {
        this(code, detail, List.of(), null);
    }

    /** A problem that stands at several places of what was sent. */
    public Problem(ProblemCode code, String detail, List<Flaw> flaws) {
        this(code, detail, flaws, null);
    }

    /** A problem that passes, with the time after which to try again. */
    public Problem(ProblemCode code, String detail, Duration retryAfter) {
        this(code, detail, List.of(), retryAfter);
    }

    private Problem(
            ProblemCode code, String detail, List<Flaw> flaws, @Nullable Duration retryAfter) {
        super(code.text() + ": " + detail, null, false, false);
        this.code = code;
        this.detail = detail;
        this.flaws = List.copyOf(flaws);
        this.retryAfter = retryAfter;
    }

    /** Nothing of this kind has this id, in the caller's workspace. */
    public static Problem notFound(String kind, Object id) {
        return new Problem(ProblemCode.NOT_FOUND, "There is no " + kind + " " + id);
    }

    /** Which of the known problems it is. */
    public ProblemCode code() {
        return code;
    }

    /** The sentence about this occurrence. */
    public String detail() {
        return detail;
    }

    /** The places that are wrong; empty when there is only the sentence. */
    public List<Flaw> flaws() {
        return flaws;
    }

    /** When to try again, for what passes by itself. */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
