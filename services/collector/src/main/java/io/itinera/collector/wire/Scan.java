package io.itinera.collector.wire;

import com.fasterxml.jackson.core.JsonToken;
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
public final class Scan {
    private static final int MAX_NUMBER_LENGTH = 300;

    private final byte[] body;
    private final Limits limits;
    private final Tokens tokens;
    private int depth;
    private int names;
    private @Nullable Flaw flaw;

    /** Begins before the first token. */
    public Scan(byte[] body, Limits limits) {
        this.body = body;
        this.limits = limits;
        this.tokens = Tokens.of(body);
    }

    /**
     * The next token; null after the last.
     *
     * @throws IOException when the body is no JSON there
     */
    public @Nullable JsonToken next() throws IOException {
        return tokens.next();
    }

    /** Whether this is the current token. */
    public boolean isAt(JsonToken token) {
        return tokens.current() == token;
    }

    /** The byte at which the current token begins. */
    public int tokenStart() {
        return tokens.start();
    }

    /** The byte after the current token, which is the end of an object or a list. */
    public int tokenEnd() {
        return tokens.end();
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

    /** Says so if the event that was read has more bytes than an event may have. */
    public Slice measured(Slice whole) {
        if (whole.length() > limits.eventBytes()) {
            blame(Reason.EVENT_TOO_LARGE, "more than " + limits.eventBytes() + " bytes");
        }
        return whole;
    }

    /**
     * Whether no more of a request's events need be kept: the last of them stands for all that are
     * beyond what a request may have.
     */
    public boolean isEnough(int events) {
        return events > limits.events();
    }

    /** Whether an object has as many members as an event may have names. */
    public boolean isFull(Map<String, Slice> members) {
        return members.size() >= limits.names();
    }

    /** The name that the next value has, counted. */
    public String name() {
        countName();
        return tokens.text();
    }

    /** What the name that the next value has means, counted; null when it is not in the table. */
    <T> @Nullable T name(Words<T> known) {
        countName();
        return tokens.in(known);
    }

    /** A scalar as text, whatever kind it is; null for null and for the empty text. */
    public @Nullable String text(String field) throws IOException {
        if (isAt(JsonToken.VALUE_STRING)
                || isAt(JsonToken.VALUE_NUMBER_INT)
                || isAt(JsonToken.VALUE_NUMBER_FLOAT)) {
            String text = tokens.text();
            return text.isEmpty() ? null : text;
        }
        if (!isAt(JsonToken.VALUE_NULL)) {
            walk();
            blame(Reason.INVALID_FIELD, field + " must be a text");
        }
        return null;
    }

    /** Where an object stands; null for null and for the empty text. */
    public @Nullable Slice object(String field) throws IOException {
        if (isAt(JsonToken.START_OBJECT)) {
            return value();
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
        return new Slice(body, start, tokenEnd());
    }

    /**
     * What the object that the scan stands at holds, as far as an event may have names; of two with
     * one name the last.
     */
    public Map<String, Slice> members() throws IOException {
        Map<String, Slice> members = new LinkedHashMap<>();
        check();
        while (next() == JsonToken.FIELD_NAME) {
            String name = name();
            next();
            if (isFull(members)) {
                walk();
            } else {
                members.put(name, value());
            }
        }
        check();
        return members;
    }

    /** Goes to the end of the current value and counts on the way. */
    public void walk() throws IOException {
        int outside = depth;
        check();
        while (depth > outside) {
            tokens.next();
            check();
        }
    }

    private void check() throws NotJson {
        switch (tokens.current()) {
            case START_OBJECT, START_ARRAY -> {
                if (++depth > limits.depth()) {
                    blame(Reason.TOO_DEEP, "more than " + limits.depth() + " levels");
                }
            }
            case END_OBJECT, END_ARRAY -> depth--;
            case FIELD_NAME -> countName();
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> checkNumber();
            case null -> throw new NotJson(tokens.end());
            default -> {}
        }
    }

    private void countName() {
        if (++names > limits.names()) {
            blame(Reason.TOO_MANY_NAMES, "more than " + limits.names() + " names");
        }
        if (tokens.isLongerThan(limits.nameLength())) {
            blame(
                    Reason.NAME_TOO_LONG,
                    "a name has more than " + limits.nameLength() + " characters");
        }
    }

    /** Whoever reads the event holds its numbers as doubles; infinity is none. */
    private void checkNumber() {
        if (tokens.end() - tokens.start() > MAX_NUMBER_LENGTH || tokens.isInfinite()) {
            blame(Reason.INVALID_NUMBER, "a number is too large to be kept");
        }
    }
}
