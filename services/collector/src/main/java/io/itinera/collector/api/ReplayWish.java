package io.itinera.collector.api;

import io.itinera.collector.domain.QuarantineFilter;
import io.itinera.kit.problem.Flaw;
import io.itinera.kit.problem.Problem;
import io.itinera.kit.problem.ProblemCode;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which quarantined events shall be judged anew; what is absent does not matter.
 *
 * @param source where from
 * @param reason the code by which they were refused
 * @param name their name on the events topic
 * @param from received then or later
 * @param to received before then; now, when absent
 */
@RegisterForReflection
record ReplayWish(
        @Nullable UUID source,
        @Nullable String reason,
        @Nullable String name,
        @Nullable Instant from,
        @Nullable Instant to) {

    /**
     * What it means.
     *
     * @throws Problem 422 when no event could be meant
     */
    QuarantineFilter filter() {
        if (from != null && to != null && !from.isBefore(to)) {
            throw flawed("/to", "is not after from");
        }
        return new QuarantineFilter(
                source, plain("/reason", reason), plain("/name", name), from, to);
    }

    private static @Nullable String plain(String path, @Nullable String text) {
        if (text != null && text.indexOf('\u0000') >= 0) {
            throw flawed(path, "contains U+0000, which is no text");
        }
        return text;
    }

    private static Problem flawed(String path, String message) {
        return new Problem(
                ProblemCode.FLAWED,
                "There is no such part of quarantine",
                List.of(new Flaw(path, message)));
    }
}
