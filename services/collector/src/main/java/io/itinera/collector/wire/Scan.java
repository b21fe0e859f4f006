package io.itinera.collector.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import io.itinera.collector.domain.Flaw;
import io.itinera.collector.domain.Limits;
import io.itinera.collector.domain.Reason;
import io.itinera.collector.domain.Slice;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One forward pass over a body. Values are walked, not built: what stays of an object is where it
 * stands. The first thing beyond a limit is remembered until the next event begins.
 */
public final class Scan implements AutoCloseable {
    /** Deeper than any event within its bytes can be; only such a body is refused as a whole. */
    private static final int MAX_NESTING = 40_000;

    private static final int MAX_NUMBER_LENGTH = 300;

    private static final JsonFactory FACTORY =
            JsonFactory.builder()
                    .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                    .streamReadConstraints(
                            StreamReadConstraints.builder()
                                    .maxNestingDepth(MAX_NESTING)
                                    .maxNameLength(Integer.MAX_VALUE)
                                    .maxNumberLength(Integer.MAX_VALUE)
                                    .maxStringLength(Integer.MAX_VALUE)
                                    .build())
                    .build();

    private final byte[] body;
    private final Limits limits;
    private final JsonParser json;
    private int depth;
    private int names;
    private @Nullable Flaw flaw;

    /** Begins before the first token. */
    public Scan(byte[] body, Limits limits) throws IOException {
        this.body = body;
        this.limits = limits;
        this.json = FACTORY.createParser(body);
    }

    /** The next token; null after the last. */
    public @Nullable JsonToken next() throws IOException {
        return json.nextToken();
    }

    /** Whether this is the current token. */
    public boolean isAt(JsonToken token) {
        return json.currentToken() == token;
    }

    /** The byte at which the current token begins. */
    public int tokenStart() {
        return (int) json.currentTokenLocation().getByteOffset();
    }

    /** The byte after the current token, which is the end of an object or a list. */
    public int tokenEnd() {
        return (int) json.currentLocation().getByteOffset();
    }

    /** Forgets what the last event counted. */
    public void begin() {
        depth = 1;
        names = 0;
        flaw = null;
    }

    /** The first thing wrong with the event since it began; null when nothing is. */
    public @Nullable Flaw flaw() {
        return flaw;
    }

    /** Says what is wrong with the event, unless something was before. */
    public void blame(Reason reason, String detail) {
        if (flaw == null) {
            flaw = new Flaw(reason, detail);
        }
    }

    /** The name that the next value has, counted. */
    public String name() throws IOException {
        countName();
        return json.currentName();
    }

    /** A scalar as text, whatever kind it is; null for null and for the empty text. */
    public @Nullable String text(String field) throws IOException {
        JsonToken token = json.currentToken();
        if (token == JsonToken.VALUE_STRING || token.isNumeric()) {
            String text = json.getText();
            return text.isEmpty() ? null : text;
        }
        if (token != JsonToken.VALUE_NULL) {
            walk();
            blame(Reason.INVALID_FIELD, field + " must be a text");
        }
        return null;
    }

    /** Where an object stands; null for null and for the empty text. */
    public @Nullable Slice object(String field) throws IOException {
        if (isAt(JsonToken.START_OBJECT)) {
            int start = tokenStart();
            walk();
            return new Slice(body, start, tokenEnd());
        }
        if (!isAt(JsonToken.VALUE_NULL) && text(field) != null) {
            blame(Reason.INVALID_FIELD, field + " must be an object");
        }
        return null;
    }

    /** Where the current value stands, of whatever kind. */
    public Slice value() throws IOException {
        int start = tokenStart();
        walk();
        json.finishToken();
        return new Slice(body, start, tokenEnd());
    }

    /** What the object that the scan stands at holds; of two with one name the last. */
    public Map<String, Slice> members() throws IOException {
        Map<String, Slice> members = new LinkedHashMap<>();
        check();
        while (next() == JsonToken.FIELD_NAME) {
            String name = name();
            next();
            members.put(name, value());
        }
        check();
        return members;
    }

    /** Goes to the end of the current value and counts on the way. */
    public void walk() throws IOException {
        int outside = depth;
        check();
        while (depth > outside) {
            json.nextToken();
            check();
        }
    }

    private void check() throws IOException {
        switch (json.currentToken()) {
            case START_OBJECT, START_ARRAY -> {
                if (++depth > limits.depth()) {
                    blame(Reason.TOO_DEEP, "more than " + limits.depth() + " levels");
                }
            }
            case END_OBJECT, END_ARRAY -> depth--;
            case FIELD_NAME -> countName();
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> checkNumber();
            case null -> throw new IOException("the body ends within a value");
            default -> {}
        }
    }

    private void countName() throws IOException {
        if (++names > limits.names()) {
            blame(Reason.TOO_MANY_NAMES, "more than " + limits.names() + " names");
        }
        if (json.getTextLength() > limits.nameLength()) {
            blame(
                    Reason.NAME_TOO_LONG,
                    "a name has more than " + limits.nameLength() + " characters");
        }
    }

    /** Whoever reads the event holds its numbers as doubles; infinity is none. */
    private void checkNumber() throws IOException {
        boolean tooLong = json.getTextLength() > MAX_NUMBER_LENGTH;
        if (tooLong || (isAt(JsonToken.VALUE_NUMBER_FLOAT) && isInfinite())) {
            blame(Reason.INVALID_NUMBER, "a number is too large to be kept");
        }
    }

    private boolean isInfinite() throws IOException {
        return Double.isInfinite(json.getDoubleValue());
    }

    @Override
    public void close() throws IOException {
        json.close();
    }
}
