package io.itinera.collector.hooks.mapping;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a mapping yields, as far as it is JSON: functions are not. */
public final class PlainJson {
    private PlainJson() {}

    /** An event with the id that it has unless it says one. */
    public static Map<String, Object> event(Map<?, ?> yielded, String id) {
        Map<String, Object> event = object(yielded);
        event.putIfAbsent("messageId", id);
        return event;
    }

    /** What is null stays so; what is no JSON is left out. */
    private static Map<String, Object> object(Map<?, ?> yielded) {
        Map<String, Object> object = new LinkedHashMap<>();
        yielded.forEach(
                (name, value) -> {
                    Object plain = plain(value);
                    if (plain != null || value == null) {
                        object.put(String.valueOf(name), plain);
                    }
                });
        return object;
    }

    private static @Nullable Object plain(@Nullable Object value) {
        return switch (value) {
            case Map<?, ?> members -> object(members);
            case List<?> elements -> list(elements);
            case String text -> text;
            case Boolean truth -> truth;
            case Double number when number.isInfinite() || number.isNaN() -> null;
            case Number number -> number;
            case null, default -> null;
        };
    }

    private static List<@Nullable Object> list(List<?> elements) {
        List<@Nullable Object> list = new ArrayList<>(elements.size());
        elements.forEach(each -> list.add(plain(each)));
        return list;
    }
}
