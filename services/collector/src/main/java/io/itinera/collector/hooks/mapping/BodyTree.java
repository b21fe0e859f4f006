package io.itinera.collector.hooks.mapping;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import io.itinera.collector.dialects.Query;
import io.itinera.collector.hooks.domain.Delivery;
import io.itinera.kit.json.Json;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A body as a mapping sees it: JSON, or a form's fields as an object of texts.
 *
 * @param value null when it is JSON's null, or none
 * @param flaw why it is none; null when it is
 */
public record BodyTree(@Nullable Object value, @Nullable String flaw) {
    /** The fields of a form that are read. */
    private static final int MAX_FIELDS = 1_000;

    /** Reads a body; what is wrong with it names a place and never the text. */
    public static BodyTree of(Delivery delivery, byte[] body) {
        if (delivery.isForm()) {
            return new BodyTree(Query.parse(new String(body, UTF_8), MAX_FIELDS), null);
        }
        try {
            return new BodyTree(Json.mapper().readValue(body, Object.class), null);
        } catch (JsonProcessingException notJson) {
            return new BodyTree(null, "the body is neither JSON nor a form" + place(notJson));
        } catch (IOException impossible) {
            throw new IllegalStateException("bytes in memory can be read", impossible);
        }
    }

    /** The same without what is null in it, at every depth. */
    public @Nullable Object filled() {
        return filled(value);
    }

    private static @Nullable Object filled(@Nullable Object value) {
        return switch (value) {
            case Map<?, ?> members -> {
                Map<String, Object> filled = new LinkedHashMap<>();
                members.forEach(
                        (name, member) -> {
                            if (member != null) {
                                filled.put(String.valueOf(name), filled(member));
                            }
                        });
                yield filled;
            }
            case List<?> elements ->
                    elements.stream()
                            .filter(Objects::nonNull)
                            .map(BodyTree::filled)
                            .collect(Collectors.toCollection(ArrayList::new));
            case null, default -> value;
        };
    }

    private static String place(JsonProcessingException notJson) {
        return Optional.ofNullable(notJson.getLocation())
                .filter(it -> it.getLineNr() > 0)
                .map(BodyTree::place)
                .orElse("");
    }

    private static String place(JsonLocation at) {
        return ": line %d, column %d".formatted(at.getLineNr(), at.getColumnNr());
    }
}
