package io.itinera.collector.dialects.rudderstack;

import io.itinera.collector.dialects.Query;
import io.itinera.collector.domain.Dialect;
import io.itinera.collector.domain.Limits;
import io.itinera.collector.domain.Reading;
import io.itinera.collector.domain.Slice;
import io.itinera.collector.wire.ObjectBytes;
import io.itinera.collector.wire.SegmentCall;
import io.itinera.contracts.events.EventType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A call that an image's address makes: its parameters are the call's fields, and dots in their
 * names lead inside.
 *
 * @param type what the path says
 * @param query the request's query string
 */
public record Pixel(EventType type, String query) implements Dialect {
    @Override
    public Reading read(byte[] body, Limits limits) {
        Branch call = new Branch();
        call.texts.put("channel", "web");
        int levels = limits.depth() + 1;
        Query.parse(query, limits.names() + 1)
                .forEach((name, text) -> call.put(name.split("[.]", levels), text));
        Slice json = call.written();
        return new SegmentCall(type).read(json.copy(json.length()), limits);
    }

    /** An object on its way: texts and further objects by name. */
    private static final class Branch {
        private final Map<String, String> texts = new LinkedHashMap<>();
        private final Map<String, Branch> objects = new LinkedHashMap<>();

        /** One level more than an event may have is enough for it to be refused. */
        void put(String[] path, String text) {
            Branch at = this;
            for (String name : List.of(path).subList(0, path.length - 1)) {
                at = at.objects.computeIfAbsent(name, _ -> new Branch());
            }
            at.texts.put(path[path.length - 1], text);
        }

        Slice written() {
            ObjectBytes object = new ObjectBytes();
            texts.forEach(object::text);
            objects.forEach((name, inside) -> object.value(name, inside.written()));
            return object.done();
        }
    }
}
