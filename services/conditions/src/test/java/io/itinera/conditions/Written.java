package io.itinera.conditions;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.itinera.contracts.condition.Condition;

/** Conditions as tests write them: JSON, whose quotes may be single ones. */
final class Written {
    private static final ObjectMapper JSON =
            JsonMapper.builder().addModule(new JavaTimeModule()).build();

    private Written() {}

    static Condition read(String json) throws JsonProcessingException {
        return read(json, Condition.class);
    }

    static <T> T read(String json, Class<T> type) throws JsonProcessingException {
        return JSON.readValue(json.replace('\'', '"'), type);
    }
}
