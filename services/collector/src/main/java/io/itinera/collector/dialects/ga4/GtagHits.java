package io.itinera.collector.dialects.ga4;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.itinera.collector.dialects.Query;
import io.itinera.collector.domain.Dialect;
import io.itinera.collector.domain.Limits;
import io.itinera.collector.domain.Reading;
import io.itinera.collector.domain.Submission;
import io.itinera.collector.domain.Undecodable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What gtag sends from a page: the event stands in the query, or several stand in the body, a query
 * string a line, and share what is in the query.
 *
 * @param query the request's query string
 */
public record GtagHits(String query) implements Dialect {
    /** Several times what gtag keeps back before it sends; each repeats what is shared. */
    static final int MAX_LINES = 100;

    @Override
    public Reading read(byte[] body, Limits limits) {
        Map<String, String> shared = Query.parse(query, limits.names() + 1);
        List<String> lines =
                new String(body, UTF_8)
                        .lines()
                        .filter(it -> !it.isBlank())
                        .limit(MAX_LINES + 1)
                        .toList();
        if (lines.size() > MAX_LINES) {
            return new Undecodable("a body may have at most " + MAX_LINES + " lines");
        }
        Ga4Drafts drafts = new Ga4Drafts(limits);
        String writeKey = null;
        for (String line : lines.isEmpty() ? List.of("") : lines) {
            Map<String, String> parameters = new LinkedHashMap<>(shared);
            parameters.putAll(Query.parse(line, limits.names() + 1));
            GtagHit hit = GtagHit.of(parameters, limits);
            writeKey = writeKey == null ? hit.writeKey() : writeKey;
            drafts.add(hit.event());
        }
        return new Submission(drafts.drafts(), writeKey, null, null);
    }
}
