package io.itinera.collector.wire;

import com.fasterxml.jackson.core.JsonToken;
import io.itinera.collector.domain.ObjectReader;
import io.itinera.collector.domain.Slice;
import io.itinera.kit.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Looks inside values with the same tokens that scanned them. */
public final class JsonObjects implements ObjectReader {
    /** Reads a value that was scanned before, where it stands. */
    @FunctionalInterface
    private interface Look {
        void at(Tokens tokens, int offset) throws IOException;
    }

    @Override
    public Map<String, Slice> members(@Nullable Slice object) {
        Map<String, Slice> members = new LinkedHashMap<>();
        if (object != null && object.isObject()) {
            look(
                    object,
                    (tokens, offset) -> {
                        tokens.next();
                        while (tokens.next() == JsonToken.FIELD_NAME) {
                            String name = tokens.text();
                            tokens.next();
                            members.put(name, value(tokens, object, offset));
                        }
                    });
        }
        return members;
    }

    /** The elements of a list, in order. None when there is no list. */
    public List<Slice> elements(@Nullable Slice list) {
        List<Slice> elements = new ArrayList<>();
        if (list != null && list.length() > 0 && list.byteAt(0) == '[') {
            look(
                    list,
                    (tokens, offset) -> {
                        tokens.next();
                        while (tokens.next() != JsonToken.END_ARRAY) {
                            elements.add(value(tokens, list, offset));
                        }
                    });
        }
        return elements;
    }

    private static Slice value(Tokens tokens, Slice whole, int offset) throws IOException {
        int start = tokens.start();
        tokens.skip();
        return whole.part(start - offset, tokens.end() - offset);
    }

    @Override
    public Optional<String> text(@Nullable Slice value) {
        if (value == null || value.length() == 0 || value.byteAt(0) != '"') {
            return Optional.empty();
        }
        String[] text = new String[1];
        look(
                value,
                (tokens, _) -> {
                    tokens.next();
                    text[0] = tokens.text();
                });
        return Optional.of(text[0]);
    }

    @Override
    public @Nullable Object whole(Slice value) {
        try {
            return Json.mapper().readValue(value.copy(value.length()), Object.class);
        } catch (IOException impossible) {
            throw new UncheckedIOException("a scanned value cannot be read", impossible);
        }
    }

    private static void look(Slice value, Look look) {
        value.giveTo(
                (bytes, offset, length) -> {
                    try {
                        look.at(new Tokens(bytes, offset, offset + length), offset);
                    } catch (IOException impossible) {
                        throw new UncheckedIOException(
                                "a scanned value cannot be read", impossible);
                    }
                });
    }
}
