package io.itinera.collector.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The same bytes read by our tokens and by Jackson, which is the reference. */
final class Json {
    private static final JsonFactory STRICT =
            JsonFactory.builder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder().maxNestingDepth(40_000).build())
                    .build();

    private Json() {}

    /** A token with its text, where it has one. */
    record Read(JsonToken token, @Nullable String text) {}

    static boolean isRead(byte[] json) {
        return tokens(json) != null;
    }

    /** What our tokens make of one value; null when it is none, or something follows it. */
    static @Nullable List<Read> tokens(byte[] json) {
        List<Read> all = new ArrayList<>();
        try {
            Tokens tokens = Tokens.of(json);
            int depth = 0;
            do {
                JsonToken token = tokens.next();
                if (token == null) {
                    return null;
                }
                depth += change(token);
                boolean hasText = token.isScalarValue() || token == JsonToken.FIELD_NAME;
                all.add(new Read(token, hasText ? text(tokens, token) : null));
            } while (depth > 0);
            return tokens.next() == null ? all : null;
        } catch (NotJson notJson) {
            return null;
        }
    }

    private static String text(Tokens tokens, JsonToken token) {
        return switch (token) {
            case VALUE_TRUE, VALUE_FALSE, VALUE_NULL -> token.asString();
            default -> tokens.text();
        };
    }

    /** The same by Jackson, and before it by the JDK's decoder, which knows all of UTF-8. */
    static @Nullable List<Read> reference(byte[] json) {
        List<Read> all = new ArrayList<>();
        try (JsonParser parser = parser(json)) {
            int depth = 0;
            do {
                JsonToken token = parser.nextToken();
                if (token == null) {
                    return null;
                }
                depth += change(token);
                boolean hasText = token.isScalarValue() || token == JsonToken.FIELD_NAME;
                all.add(new Read(token, hasText ? parser.getText() : null));
            } while (depth > 0);
            return parser.nextToken() == null ? all : null;
        } catch (IOException notJson) {
            return null;
        }
    }

    private static int change(JsonToken token) {
        if (token.isStructStart()) {
            return 1;
        }
        return token.isStructEnd() ? -1 : 0;
    }

    /**
     * Of the text: given bytes, it would take a zero among the first for UTF-16, and could not hold
     * a name with half of a surrogate pair.
     */
    private static JsonParser parser(byte[] json) throws IOException {
        String text = UTF_8.newDecoder().decode(ByteBuffer.wrap(json)).toString();
        return STRICT.createParser(text.startsWith("\ufeff") ? text.substring(1) : text);
    }
}
