package io.itinera.kit.streams;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A read that may have to be passed on to a sibling of this instance.
 *
 * @param uri path and query, as asked
 * @param authorization the caller's internal token, which holds for every instance of the service
 * @param passed whether a sibling passed it on: then it is answered here or not at all
 * @param json what is posted, for a question that does not fit into an address; null for a GET
 * @param partitions those for which a sibling wants this one to answer; none when it does not say
 * @param staleness is told when the answer may be behind
 */
public record Ask(
        String uri,
        String authorization,
        boolean passed,
        @Nullable String json,
        Set<Integer> partitions,
        Staleness staleness) {
    /** Says of an answer that its one who owns it is gone, and how many records it may miss. */
    public static final String STALE = "Itinera-Stale";

    /** Marks a request that a sibling passed on. */
    static final String PASSED = "X-Itinera-Passed";

    /** Names the partitions that a sibling is to answer for. */
    static final String PARTITIONS = "X-Itinera-Partitions";

    /** Hears that an answer comes from a standby copy. */
    @FunctionalInterface
    public interface Staleness {
        /** The copy is so many records behind its original. */
        void behind(long records);
    }

    /** A read by GET whose staleness nobody asks for. */
    public Ask(String uri, String authorization, boolean passed) {
        this(uri, authorization, passed, null, Set.of(), _ -> {});
    }

    /** The read that is being answered; staleness becomes a header of its answer. */
    public static Ask of(HttpServerRequest request) {
        String authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
        return new Ask(
                request.uri(),
                authorization == null ? "" : authorization,
                request.headers().contains(PASSED),
                null,
                numbers(request.getHeader(PARTITIONS)),
                records -> note(request.response(), records));
    }

    private static Set<Integer> numbers(@Nullable String header) {
        return header == null
                ? Set.of()
                : Arrays.stream(header.split(","))
                        .map(Integer::valueOf)
                        .collect(Collectors.toSet());
    }

    /** The same question under another address. */
    public Ask at(String otherUri) {
        return new Ask(otherUri, authorization, passed, null, partitions, staleness);
    }

    /** The same caller's question by POST. */
    public Ask posting(String otherUri, String body) {
        return new Ask(otherUri, authorization, passed, body, partitions, staleness);
    }

    /** The same question, as one that nobody passed on. */
    public Ask anew() {
        return new Ask(uri, authorization, false, json, Set.of(), staleness);
    }

    /** Of an answer from several copies, the furthest behind is told. */
    private static void note(HttpServerResponse response, long records) {
        synchronized (response) {
            String before = response.headers().get(STALE);
            if (!response.headWritten() && (before == null || Long.parseLong(before) < records)) {
                response.putHeader(STALE, Long.toString(records));
            }
        }
    }
}
