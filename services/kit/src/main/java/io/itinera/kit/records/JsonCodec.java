package io.itinera.kit.records;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import io.itinera.kit.json.Json;
import java.io.IOException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One type of record as JSON bytes and back.
 *
 * @param <T> the record, or the sealed interface of a topic's records
 */
public final class JsonCodec<T> {
    /** The bytes are no JSON at all. */
    public static final String NOT_JSON = "not_json";

    /** They are JSON and not this record. */
    public static final String NOT_THE_RECORD = "not_the_record";

    private final ObjectReader reader;
    private final ObjectWriter writer;
    private final String type;

    private JsonCodec(Class<T> type) {
        this.reader = Json.mapper().readerFor(type);
        this.writer = Json.mapper().writerFor(type);
        this.type = type.getSimpleName();
    }

    /** The codec of this type. */
    public static <T> JsonCodec<T> of(Class<T> type) {
        return new JsonCodec<>(type);
    }

    /** The record's bytes. */
    public byte[] write(T value) {
        try {
            return writer.writeValueAsBytes(value);
        } catch (JsonProcessingException unwritable) {
            throw new IllegalArgumentException(type + " cannot be written as JSON", unwritable);
        }
    }

    /**
     * The record that the bytes hold.
     *
     * @throws Unreadable when they hold none
     */
    public T read(byte @Nullable [] bytes) {
        if (bytes == null) {
            throw new Unreadable(NOT_JSON, "there is no value");
        }
        try {
            T value = reader.readValue(bytes);
            if (value == null) {
                throw new Unreadable(NOT_THE_RECORD, "null is no " + type);
            }
            return value;
        } catch (JsonMappingException other) {
            throw new Unreadable(NOT_THE_RECORD, "not readable as " + type + " at " + place(other));
        } catch (JsonProcessingException broken) {
            throw new Unreadable(NOT_JSON, "not JSON at byte " + offset(broken));
        } catch (IOException impossible) {
            throw new IllegalStateException("an array is read without a device", impossible);
        }
    }

    private static long offset(JsonProcessingException broken) {
        return broken.getLocation() == null ? 0 : broken.getLocation().getByteOffset();
    }

    private static String place(JsonMappingException other) {
        String path =
                other.getPath().stream()
                        .map(
                                step ->
                                        step.getFieldName() == null
                                                ? String.valueOf(step.getIndex())
                                                : step.getFieldName())
                        .collect(Collectors.joining("/"));
        return "/" + path;
    }
}
