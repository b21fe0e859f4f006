package io.itinera.collector.dialects;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.LinkedHashMap;
import java.util.Map;

/** Query strings, in addresses and as lines of bodies. */
public final class Query {
    private Query() {}

    /**
     * The parameters by name, in order; of two with one name the last.
     *
     * @param names the most names that are read; what follows is passed over
     */
    public static Map<String, String> parse(String query, int names) {
        Map<String, String> parameters = new LinkedHashMap<>();
        int start = 0;
        while (start < query.length() && parameters.size() < names) {
            int next = query.indexOf('&', start);
            int end = next < 0 ? query.length() : next;
            int equals = query.indexOf('=', start);
            if (equals > start && equals < end) {
                parameters.put(
                        decoded(query.substring(start, equals)),
                        decoded(query.substring(equals + 1, end)));
            }
            start = end + 1;
        }
        return parameters;
    }

    /** A text whose bytes are percent-encoded and whose plus signs are plus signs. */
    public static String percentDecoded(String text) {
        return decoded(text.replace("+", "%2B"));
    }

    /** What is not encoded as it should be is taken as it stands. */
    private static String decoded(String text) {
        if (text.indexOf('%') < 0 && text.indexOf('+') < 0) {
            return text;
        }
        try {
            return URLDecoder.decode(text, UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return text;
        }
    }
}
