package io.itinera.collector.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonToken;
import org.jspecify.annotations.Nullable;

/**
 * The tokens of a JSON text (RFC 8259), straight from its bytes. Everything is checked on the way,
 * structure, numbers, escapes and UTF-8, and nothing is built: a token is where it stands, and a
 * text becomes one only for who asks.
 */
final class Tokens {
    /** Deeper than any event within its bytes can be; only such a body is refused as a whole. */
    private static final int MAX_NESTING = 40_000;

    private static final byte[] TRUE = "true".getBytes(ISO_8859_1);
    private static final byte[] FALSE = "false".getBytes(ISO_8859_1);
    private static final byte[] NULL = "null".getBytes(ISO_8859_1);
    private static final byte[] BYTE_ORDER_MARK = "\ufeff".getBytes(UTF_8);

    private final byte[] json;
    private final int limit;
    private final Nesting nesting = new Nesting();
    private int at;
    private int start;
    private int end;
    private boolean hasEscapes;
    private boolean hasExponent;
    private @Nullable JsonToken current;

    /** Those between two places. */
    Tokens(byte[] json, int from, int to) {
        this.json = json;
        this.limit = to;
        this.at = from;
    }

    /** Those of a whole body, which may begin with a byte order mark. */
    static Tokens of(byte[] body) {
        boolean isMarked =
                body.length >= BYTE_ORDER_MARK.length
                        && body[0] == BYTE_ORDER_MARK[0]
                        && body[1] == BYTE_ORDER_MARK[1]
                        && body[2] == BYTE_ORDER_MARK[2];
        return new Tokens(body, isMarked ? BYTE_ORDER_MARK.length : 0, body.length);
    }

    /** The token that was read last; null before the first and after the last. */
    @Nullable JsonToken current() {
        return current;
    }

    /** Its first byte. */
    int start() {
        return start;
    }

    /** The byte after its last. */
    int end() {
        return end;
    }

    /** Goes to the next token; null after the last. */
    @Nullable JsonToken next() throws NotJson {
        skipSpace();
        start = at;
        current = token();
        return current;
    }

    private @Nullable JsonToken token() throws NotJson {
        if (current == JsonToken.FIELD_NAME) {
            return value();
        }
        if (nesting.depth() == 0) {
            return at == limit ? null : value();
        }
        boolean isFirst = current == JsonToken.START_OBJECT || current == JsonToken.START_ARRAY;
        return nesting.isObject() ? member(isFirst) : element(isFirst);
    }

    private JsonToken member(boolean isFirst) throws NotJson {
        if (peek() == '}') {
            return close(JsonToken.END_OBJECT);
        }
        separate(isFirst);
        expect('"');
        string();
        skipSpace();
        expect(':');
        return JsonToken.FIELD_NAME;
    }

    private JsonToken element(boolean isFirst) throws NotJson {
        if (peek() == ']') {
            return close(JsonToken.END_ARRAY);
        }
        separate(isFirst);
        return value();
    }

    private void separate(boolean isFirst) throws NotJson {
        if (!isFirst) {
            expect(',');
            skipSpace();
            start = at;
        }
    }

    private JsonToken value() throws NotJson {
        return switch (peek()) {
            case '"' -> {
                at++;
                string();
                yield JsonToken.VALUE_STRING;
            }
            case '{' -> {
                nesting.openObject();
                yield opened(JsonToken.START_OBJECT);
            }
            case '[' -> {
                nesting.openList();
                yield opened(JsonToken.START_ARRAY);
            }
            case 't' -> literal(TRUE, JsonToken.VALUE_TRUE);
            case 'f' -> literal(FALSE, JsonToken.VALUE_FALSE);
            case 'n' -> literal(NULL, JsonToken.VALUE_NULL);
            default -> number();
        };
    }

    private JsonToken opened(JsonToken token) throws NotJson {
        if (nesting.depth() > MAX_NESTING) {
            throw new NotJson(at);
        }
        end = ++at;
        return token;
    }

    private JsonToken close(JsonToken token) {
        nesting.close();
        end = ++at;
        return token;
    }

    private JsonToken literal(byte[] word, JsonToken token) throws NotJson {
        for (byte letter : word) {
            expect(letter);
        }
        end = at;
        return token;
    }

    private JsonToken number() throws NotJson {
        hasExponent = false;
        if (peek() == '-') {
            at++;
        }
        if (peek() == '0') {
            at++;
        } else {
            digits();
        }
        boolean hasFraction = isAt('.');
        if (hasFraction) {
            at++;
            digits();
        }
        if (isAt('e') || isAt('E')) {
            hasExponent = true;
            at++;
            if (isAt('+') || isAt('-')) {
                at++;
            }
            digits();
        }
        end = at;
        return hasFraction || hasExponent
                ? JsonToken.VALUE_NUMBER_FLOAT
                : JsonToken.VALUE_NUMBER_INT;
    }

    private void digits() throws NotJson {
        int first = at;
        while (at < limit && json[at] >= '0' && json[at] <= '9') {
            at++;
        }
        if (at == first) {
            throw new NotJson(at);
        }
    }

    /** From behind its first quote to behind its last. */
    private void string() throws NotJson {
        hasEscapes = false;
        while (true) {
            at = Utf8.plainEnd(json, at, limit);
            byte next = peek();
            if (next == '"') {
                end = ++at;
                return;
            }
            if (next == '\\') {
                hasEscapes = true;
                at = StringEscapes.end(json, at, limit);
            } else if (next < 0) {
                at = Utf8.characterEnd(json, at, limit);
            } else {
                throw new NotJson(at);
            }
        }
    }

    /** Goes to the end of the current value. */
    void skip() throws NotJson {
        int outside = nesting.depth();
        if (current == JsonToken.START_OBJECT || current == JsonToken.START_ARRAY) {
            while (nesting.depth() >= outside) {
                next();
            }
        }
    }

    /** The current name, string or number as a text. */
    String text() {
        if (current != JsonToken.FIELD_NAME && current != JsonToken.VALUE_STRING) {
            return new String(json, start, end - start, ISO_8859_1);
        }
        return hasEscapes
                ? StringEscapes.unescaped(json, start + 1, end - 1)
                : new String(json, start + 1, end - start - 2, UTF_8);
    }

    /** Whether the current name or string has more characters than so many. */
    boolean isLongerThan(int characters) {
        return end - start - 2 > characters && text().length() > characters;
    }

    /** What a table has under the current name or string. */
    <T> @Nullable T in(Words<T> table) {
        return hasEscapes ? table.get(text()) : table.get(json, start + 1, end - 1);
    }

    /** Whether whoever holds the current number as a double holds infinity. */
    boolean isInfinite() {
        return hasExponent && Double.isInfinite(Double.parseDouble(text()));
    }

    private void skipSpace() {
        while (at < limit && isSpace(json[at])) {
            at++;
        }
    }

    private static boolean isSpace(byte b) {
        return b == ' ' || b == '\n' || b == '\r' || b == '\t';
    }

    private boolean isAt(char wanted) {
        return at < limit && json[at] == wanted;
    }

    private byte peek() throws NotJson {
        if (at == limit) {
            throw new NotJson(at);
        }
        return json[at];
    }

    private void expect(int wanted) throws NotJson {
        if (peek() != wanted) {
            throw new NotJson(at);
        }
        at++;
    }
}
