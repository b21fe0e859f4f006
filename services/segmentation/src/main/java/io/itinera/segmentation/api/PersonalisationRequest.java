package io.itinera.segmentation.api;

import io.itinera.kit.problem.Flaw;
import io.itinera.kit.problem.Problem;
import io.itinera.kit.problem.ProblemCode;
import io.itinera.segmentation.PersonalisationDesk.Allowed;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * What the workspace's own web pages shall know.
 *
 * @param enabled whether pages are answered at all
 * @param traits names of traits
 * @param segments ids of segments
 * @param origins where the pages are, such as {@code https://shop.example}
 */
record PersonalisationRequest(
        boolean enabled, List<String> traits, List<String> segments, List<String> origins) {
    static final int MAX = 50;
    private static final int MAX_LENGTH = 200;

    /** Scheme, host and port, as a browser says it (RFC 6454). */
    private static final Pattern ORIGIN = Pattern.compile("https?://[a-z0-9.-]+(:[0-9]{1,5})?");

    /**
     * The same, when it makes sense.
     *
     * @throws Problem with everything that does not
     */
    Allowed checked() {
        List<Flaw> flaws = new ArrayList<>();
        Predicate<String> named = it -> !it.isBlank() && it.length() <= MAX_LENGTH;
        check("/traits", traits, named, "a name has 1 to " + MAX_LENGTH + " characters", flaws);
        check("/segments", segments, named, "this is no segment's id", flaws);
        check(
                "/origins",
                origins,
                ORIGIN.asMatchPredicate(),
                "an origin is a scheme and a host, without a path: https://shop.example",
                flaws);
        if (!flaws.isEmpty()) {
            throw new Problem(ProblemCode.FLAWED, "Pages cannot be told this", flaws);
        }
        return new Allowed(enabled, traits, segments, origins);
    }

    private static void check(
            String path,
            List<String> values,
            Predicate<String> sound,
            String otherwise,
            List<Flaw> flaws) {
        if (values.size() > MAX) {
            flaws.add(new Flaw(path, "there are at most " + MAX));
        }
        for (int i = 0; i < values.size(); i++) {
            if (!sound.test(values.get(i))) {
                flaws.add(new Flaw(path + "/" + i, otherwise));
            }
        }
    }
}
