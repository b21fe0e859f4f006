package io.itinera.kit.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.AnnotationIntrospector;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.itinera.contracts.condition.Condition;
import java.time.Instant;

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
                                .addSerializer(Instant.class, new InstantWriter())
                                .addDeserializer(Instant.class, new InstantReader()))
                .setAnnotationIntrospector(
                        AnnotationIntrospector.pair(new RequiredComponents(), known))
                .setDefaultPropertyInclusion(PRESENT)
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE);
    }
}
