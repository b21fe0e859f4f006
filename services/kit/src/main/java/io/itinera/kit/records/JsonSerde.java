package io.itinera.kit.records;

import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;

/**
 * A {@link JsonCodec} where Kafka asks for a serde. Reading throws {@link Unreadable}; a topology
 * that must live through poison reads bytes and asks the codec in its processor.
 *
 * @param <T> the record
 */
public final class JsonSerde<T> implements Serde<T> {
    private final JsonCodec<T> codec;

    private JsonSerde(JsonCodec<T> codec) {
        this.codec = codec;
    }

    /** The serde of this type. */
    public static <T> JsonSerde<T> of(Class<T> type) {
        return new JsonSerde<>(JsonCodec.of(type));
    }

    @Override
    public Serializer<T> serializer() {
        return (topic, value) -> value == null ? null : codec.write(value);
    }

    @Override
    public Deserializer<T> deserializer() {
        return (topic, bytes) -> bytes == null ? null : codec.read(bytes);
    }
}
