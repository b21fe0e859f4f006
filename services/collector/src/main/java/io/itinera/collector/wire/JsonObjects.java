package io.itinera.collector.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.itinera.collector.domain.ObjectReader;
import io.itinera.collector.domain.Slice;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
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
                members.put(name, value(json, object));
            }
            return members;
        } catch (IOException impossible) {
            throw new UncheckedIOException("a scanned object cannot be read", impossible);
        }
    }

    /** The elements of a list, in order. None when there is no list. */
    public List<Slice> elements(@Nullable Slice list) {
        List<Slice> elements = new ArrayList<>();
        if (list == null || list.length() == 0 || list.byteAt(0) != '[') {
            return elements;
        }
        try (JsonParser json = FACTORY.createParser(list.copy(list.length()))) {
            json.nextToken();
            while (json.nextToken() != JsonToken.END_ARRAY) {
                elements.add(value(json, list));
            }
            return elements;
        } catch (IOException impossible) {
            throw new UncheckedIOException("a scanned list cannot be read", impossible);
        }
    }

    private static Slice value(JsonParser json, Slice within) throws IOException {
        int start = (int) json.currentTokenLocation().getByteOffset();
        json.skipChildren();
        json.finishToken();
        return within.part(start, (int) json.currentLocation().getByteOffset());
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
