package io.itinera.collector.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.itinera.collector.domain.Draft;
import io.itinera.collector.domain.NormalEvent;
import io.itinera.collector.domain.Section;
import io.itinera.collector.domain.Slice;
import io.itinera.collector.domain.Text;
import io.itinera.kit.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** The part of an event that a tracking plan speaks of, as a tree; only for events it asks for. */
public final class EventTree {
    private EventTree() {}

    /** The traits of an identify or group, the properties of all others; as {@link EventJson}. */
    public static ObjectNode of(NormalEvent event) {
        return switch (event.type()) {
            case identify, group -> layers(event.traits().inContext(), event.traits().besides());
            case page, screen -> named(event.draft());
            case track, alias -> layers(null, event.draft().section(Section.PROPERTIES));
        };
    }

    private static ObjectNode named(Draft draft) {
        ObjectNode tree = layers(null, draft.section(Section.PROPERTIES));
        putUnlessThere(tree, "name", draft.text(Text.NAME));
        putUnlessThere(tree, "category", draft.text(Text.CATEGORY));
        return tree;
    }

    private static void putUnlessThere(ObjectNode tree, String name, @Nullable String text) {
        if (text != null && !tree.has(name)) {
            tree.put(name, text);
        }
    }

    private static ObjectNode layers(@Nullable Slice weaker, @Nullable Slice stronger) {
        ObjectNode tree = Json.mapper().createObjectNode();
        add(tree, weaker);
        add(tree, stronger);
        return tree;
    }

    private static void add(ObjectNode tree, @Nullable Slice object) {
        if (object == null) {
            return;
        }
        try {
            JsonNode read = Json.mapper().readTree(object.copy(object.length()));
            if (read instanceof ObjectNode members) {
                tree.setAll(members);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException("a scanned object cannot be read", impossible);
        }
    }
}
