package io.itinera.collector.hooks.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.itinera.collector.hooks.domain.Delivery;
import io.itinera.kit.problem.Flaw;
import io.itinera.kit.problem.Problem;
import io.itinera.kit.problem.ProblemCode;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A delivery to be tried.
 *
 * @param preset whose mapping, when there is no other
 * @param mapping a JSONata expression; absent for the preset's own
 * @param headers by name
 * @param body as the provider sends it
 */
@RegisterForReflection
record DryRunRequest(
        String preset,
        @Nullable String mapping,
        @Nullable Map<String, String> headers,
        String body) {
    static final int MAPPING_LENGTH = 16 * 1024;
    static final int BODY_LENGTH = 1024 * 1024;
    private static final int HEADERS = 100;

    /** Checks how much it is. */
    void check() {
        List<Flaw> flaws = new ArrayList<>();
        if (mapping != null && mapping.length() > MAPPING_LENGTH) {
            flaws.add(new Flaw("/mapping", "has at most " + MAPPING_LENGTH + " characters"));
        }
        if (body.length() > BODY_LENGTH) {
            flaws.add(new Flaw("/body", "has at most " + BODY_LENGTH + " characters"));
        }
        if (headers != null && headers.size() > HEADERS) {
            flaws.add(new Flaw("/headers", "are at most " + HEADERS));
        }
        if (!flaws.isEmpty()) {
            throw new Problem(ProblemCode.FLAWED, "The delivery cannot be tried", flaws);
        }
    }

    String mappingOrNone() {
        return mapping == null ? "" : mapping;
    }

    Delivery delivery() {
        return new Delivery("POST", "", headers == null ? Map.of() : headers);
    }

    byte[] bytes() {
        return body.getBytes(UTF_8);
    }
}
