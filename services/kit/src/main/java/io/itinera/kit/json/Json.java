package io.itinera.kit.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.AnnotationIntrospector;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.itinera.contracts.condition.Condition;
import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;

/**
 * The one way in which we write JSON: instants in ISO-8601 with milliseconds, durations in
 * ISO-8601, absent instead of null (nulls inside free-form objects stay), unknown members passed
 * over, and a member that a record cannot be without demanded.
 */
public final class Json {
    private static final JsonInclude.Value PRESENT =
            JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS);
    private static final ObjectMapper MAPPER = configure(new ObjectMapper());

    private Json() {}

    /** The mapper; share it, do not change it. */
    public static ObjectMapper mapper() {
        return MAPPER;
    }

    /** Makes another mapper, such as the one of Quarkus REST, read and write as ours does. */
    public static ObjectMapper configure(ObjectMapper mapper) {
        // An empty text is a value, also in records that leave out what is empty.
        mapper.configOverride(String.class).setIncludeAsProperty(PRESENT);
        // So is "all of nothing", which is everyone, and "any of nothing", which is nobody.
        mapper.configOverride(Condition.class).setIncludeAsProperty(PRESENT);
        AnnotationIntrospector known = mapper.getSerializationConfig().getAnnotationIntrospector();
        return mapper.registerModule(new JavaTimeModule())
                .registerModule(new Jdk8Module())
                .registerModule(
                        new SimpleModule("itinera")
                                .addSerializer(Instant.class, new MillisecondInstant()))
                .setAnnotationIntrospector(
                        AnnotationIntrospector.pair(new RequiredComponents(), known))
                .setDefaultPropertyInclusion(PRESENT)
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE);
    }

    /** Always three digits after the second, so that texts sort as the times do. */
    private static final class MillisecondInstant extends StdSerializer<Instant> {
        private static final DateTimeFormatter ISO =
                new DateTimeFormatterBuilder().appendInstant(3).toFormatter();

        MillisecondInstant() {
            super(Instant.class);
        }

        @Override
        public void serialize(Instant at, JsonGenerator json, SerializerProvider provider)
                throws IOException {
            json.writeString(ISO.format(at));
        }
    }
}
