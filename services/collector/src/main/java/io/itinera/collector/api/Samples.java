package io.itinera.collector.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.itinera.kit.json.Json;
import org.jspecify.annotations.Nullable;

/** Events as they were sent, which is not JSON in every dialect. */
final class Samples {
    private Samples() {}

    /** The same when it is a JSON value, else a JSON text of it. */
    static @Nullable String json(@Nullable String sent) {
        if (sent == null) {
            return null;
        }
        try {
            Json.mapper().readTree(sent);
            return sent;
        } catch (JsonProcessingException other) {
            return Json.mapper().getNodeFactory().textNode(sent).toString();
        }
    }
}
