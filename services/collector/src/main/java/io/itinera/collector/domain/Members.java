package io.itinera.collector.domain;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The members of objects that were scanned before, for the few events that need a look inside. */
final class Members {
    private static final JsonFactory FACTORY =
            JsonFactory.builder().disable(JsonFactory.Feature.INTERN_FIELD_NAMES).build();

    private Members() {}

    /** By name, in order; of two with one name the last. Nothing when there is no object. */
    static Map<String, Slice> of(@Nullable Slice object) {
        Map<String, Slice> members = new LinkedHashMap<>();
        if (object == null || !object.isObject()) {
            return members;
        }
        try (JsonParser json = object.parser(FACTORY)) {
            json.nextToken();
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String name = json.currentName();
                json.nextToken();
                int start = (int) json.currentTokenLocation().getByteOffset();
                json.skipChildren();
                json.finishToken();
                int end = (int) json.currentLocation().getByteOffset();
                members.put(name, object.part(start, end));
            }
            return members;
        } catch (IOException impossible) {
            throw new UncheckedIOException("a scanned object cannot be read", impossible);
        }
    }

    /** The text that a value is; nothing when it is of another kind. */
    static Optional<String> text(@Nullable Slice value) {
        if (value == null || value.length() == 0 || value.byteAt(0) != '"') {
            return Optional.empty();
        }
        try (JsonParser json = value.parser(FACTORY)) {
            json.nextToken();
            return Optional.of(json.getText());
        } catch (IOException impossible) {
            throw new UncheckedIOException("a scanned text cannot be read", impossible);
        }
    }
}
