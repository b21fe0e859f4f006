package io.itinera.collector.wire;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.itinera.collector.domain.Arrival;
import io.itinera.collector.domain.Draft;
import io.itinera.collector.domain.NormalEvent;
import io.itinera.collector.domain.Section;
import io.itinera.collector.domain.Slice;
import io.itinera.collector.domain.Text;
import io.itinera.contracts.Identities;
import io.itinera.contracts.events.EventType;
import io.itinera.contracts.settings.Source;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Writes the JSON of {@link io.itinera.contracts.events.Event} for the events of one request,
 * without building any: what the sender wrote inside properties, traits and context is copied as it
 * stands, and so is what all of them say of their request.
 */
public final class EventJson {
    private static final int USUAL_BYTES = 1_024;
    private static final byte[] KIND_AND_WORKSPACE = ascii("{\"kind\":\"event\",\"workspace\":");
    private static final byte[] SOURCE = name("source");
    private static final byte[] RECEIVED_AT = name("receivedAt");
    private static final byte[] ID = name("id");
    private static final byte[] NAME = name("name");
    private static final byte[] ANONYMOUS_ID = name("anonymousId");
    private static final byte[] USER_ID = name("userId");
    private static final byte[] PREVIOUS_ID = name("previousId");
    private static final byte[] GROUP_ID = name("groupId");
    private static final byte[] EMAIL_ONLY =
            ascii(",\"identities\":{\"" + Identities.EMAIL + "\":");
    private static final byte[] PROPERTIES = name("properties");
    private static final byte[] TRAITS = name("traits");
    private static final byte[] CONTEXT = name("context");
    private static final byte[] OCCURRED_AT = name("occurredAt");
    private static final byte[] HISTORIC = ascii(",\"historic\":true}");
    private static final byte[] NOT_HISTORIC = ascii(",\"historic\":false}");
    private static final Map<EventType, byte[]> TYPES = types();

    private final JsonBytes out = new JsonBytes(USUAL_BYTES);
    private final JsonObjects objects = new JsonObjects();
    private final int request;

    /** Writes what holds for every event of the request, once. */
    public EventJson(Source source, Instant receivedAt) {
        out.raw(KIND_AND_WORKSPACE).text(source.workspace());
        out.raw(SOURCE).text(source.id().toString());
        out.raw(RECEIVED_AT).moment(receivedAt);
        this.request = out.size();
    }

    /** One event's bytes. */
    public static byte[] of(NormalEvent event) {
        Arrival arrival = event.arrival();
        return new EventJson(arrival.source(), arrival.receivedAt()).write(event);
    }

    /** An event's bytes. */
    public byte[] write(NormalEvent event) {
        Draft draft = event.draft();
        out.backTo(request);
        out.raw(ID).text(event.id());
        out.raw(Objects.requireNonNull(TYPES.get(event.type())));
        out.raw(NAME).text(event.name());
        text(ANONYMOUS_ID, draft.text(Text.ANONYMOUS_ID));
        text(USER_ID, draft.text(Text.USER_ID));
        text(PREVIOUS_ID, draft.text(Text.PREVIOUS_ID));
        text(GROUP_ID, draft.text(Text.GROUP_ID));
        identities(event.traits().email());
        properties(event.type(), draft);
        layers(TRAITS, event.traits().inContext(), event.traits().besides());
        context(event, draft);
        out.raw(OCCURRED_AT).moment(event.occurredAt());
        return out.raw(event.historic() ? HISTORIC : NOT_HISTORIC).copy();
    }

    private void context(NormalEvent event, Draft draft) {
        Map<String, Slice> changed = SenderDetails.applied(event, objects);
        if (changed == null) {
            layers(CONTEXT, event.sharedContext(), draft.section(Section.CONTEXT));
        } else if (!changed.isEmpty()) {
            object(CONTEXT, changed);
        }
    }

    private void identities(@Nullable String email) {
        if (email != null) {
            out.raw(EMAIL_ONLY).text(email).put('}');
        }
    }

    /** A page's name and category stand among its properties too, where conditions look. */
    private void properties(EventType type, Draft draft) {
        Slice sent = draft.section(Section.PROPERTIES);
        boolean isNamed = type == EventType.page || type == EventType.screen;
        String name = isNamed ? draft.text(Text.NAME) : null;
        String category = isNamed ? draft.text(Text.CATEGORY) : null;
        if (name == null && category == null) {
            layers(PROPERTIES, null, sent);
            return;
        }
        Map<String, Slice> members = objects.members(sent);
        putUnlessThere(members, "name", name);
        putUnlessThere(members, "category", category);
        object(PROPERTIES, members);
    }

    private static void putUnlessThere(
            Map<String, Slice> members, String name, @Nullable String value) {
        if (value != null) {
            members.putIfAbsent(name, ObjectBytes.text(value));
        }
    }

    /** Two objects as one: of equal names the stronger one's value holds. */
    private void layers(byte[] name, @Nullable Slice weaker, @Nullable Slice stronger) {
        if (weaker != null && stronger != null) {
            Map<String, Slice> members = objects.members(weaker);
            members.putAll(objects.members(stronger));
            object(name, members);
        } else if (weaker != null || stronger != null) {
            out.raw(name).raw(Objects.requireNonNull(stronger == null ? weaker : stronger));
        }
    }

    private void object(byte[] name, Map<String, Slice> members) {
        out.raw(name);
        char before = '{';
        for (Map.Entry<String, Slice> member : members.entrySet()) {
            out.put(before).text(member.getKey()).put(':').raw(member.getValue());
            before = ',';
        }
        if (members.isEmpty()) {
            out.put('{');
        }
        out.put('}');
    }

    private void text(byte[] name, @Nullable String value) {
        if (value != null) {
            out.raw(name).text(value);
        }
    }

    private static Map<EventType, byte[]> types() {
        Map<EventType, byte[]> types = new EnumMap<>(EventType.class);
        for (EventType type : EventType.values()) {
            types.put(type, ascii(",\"type\":\"" + type.name() + "\""));
        }
        return types;
    }

    private static byte[] name(String name) {
        return ascii(",\"" + name + "\":");
    }

    private static byte[] ascii(String json) {
        return json.getBytes(US_ASCII);
    }
}
