package io.itinera.collector.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.itinera.collector.domain.ObjectReader;
import io.itinera.collector.domain.Slice;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Looks inside objects with the same parser that scanned them. */
public final class JsonObjects implements ObjectReader {
    private static final JsonFactory FACTORY =
            JsonFactory.builder().disable(JsonFactory.Feature.INTERN_FIELD_NAMES).build();

    @Override
    public Map<String, Slice> members(@Nullable Slice object) {
        Map<String, Slice> members = new LinkedHashMap<>();
        if (object == null || !object.isObject()) {
            return members;
        }
        try (JsonParser json = FACTORY.createParser(object.copy(object.length()))) {
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

    @Override
    public Optional<String> text(@Nullable Slice value) {
        if (value == null || value.length() == 0 || value.byteAt(0) != '"') {
            return Optional.empty();
        }
        try (JsonParser json = FACTORY.createParser(value.copy(value.length()))) {
            json.nextToken();
            return Optional.of(json.getText());
        } catch (IOException impossible) {
            throw new UncheckedIOException("a scanned text cannot be read", impossible);
        }
    }
}
