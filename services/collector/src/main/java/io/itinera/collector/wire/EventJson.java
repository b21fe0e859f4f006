package io.itinera.collector.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.ByteArrayBuilder;
import io.itinera.collector.domain.Arrival;
import io.itinera.collector.domain.Draft;
import io.itinera.collector.domain.NormalEvent;
import io.itinera.collector.domain.Section;
import io.itinera.collector.domain.Slice;
import io.itinera.collector.domain.Text;
import io.itinera.contracts.Identities;
import io.itinera.contracts.events.EventType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Writes the JSON of {@link io.itinera.contracts.events.Event} without building one: what the
 * sender wrote inside properties, traits and context is copied as it stands.
 */
public final class EventJson {
    private static final JsonFactory FACTORY = new JsonFactory();
    private static final DateTimeFormatter MILLIS =
            new DateTimeFormatterBuilder().appendInstant(3).toFormatter();
    private static final int USUAL_BYTES = 1_024;

    private final ByteArrayBuilder out = new ByteArrayBuilder(USUAL_BYTES);
    private final JsonGenerator json;
    private final JsonObjects objects = new JsonObjects();

    private EventJson() throws IOException {
        this.json = FACTORY.createGenerator(out);
    }

    /** The event's bytes. */
    public static byte[] of(NormalEvent event) {
        try {
            EventJson writer = new EventJson();
            writer.write(event, event.draft(), event.arrival());
            writer.json.close();
            return writer.out.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException("writing to memory failed", impossible);
        }
    }

    private void write(NormalEvent event, Draft draft, Arrival arrival) throws IOException {
        json.writeStartObject();
        text("kind", "event");
        text("id", event.id());
        text("workspace", arrival.source().workspace());
        text("type", event.type().name());
        text("name", event.name());
        text("anonymousId", draft.text(Text.ANONYMOUS_ID));
        text("userId", draft.text(Text.USER_ID));
        text("previousId", draft.text(Text.PREVIOUS_ID));
        text("groupId", draft.text(Text.GROUP_ID));
        identities(event.traits().email());
        properties(event.type(), draft);
        layers("traits", event.traits().inContext(), event.traits().besides());
        context(event, draft);
        text("occurredAt", iso(event.occurredAt()));
        text("receivedAt", iso(arrival.receivedAt()));
        text("source", arrival.source().id().toString());
        json.writeBooleanField("historic", event.historic());
        json.writeEndObject();
    }

    private void context(NormalEvent event, Draft draft) throws IOException {
        Map<String, Slice> changed = SenderDetails.applied(event, objects);
        if (changed == null) {
            layers("context", event.sharedContext(), draft.section(Section.CONTEXT));
        } else if (!changed.isEmpty()) {
            json.writeObjectFieldStart("context");
            raw(changed);
            json.writeEndObject();
        }
    }

    private void identities(@Nullable String email) throws IOException {
        if (email != null) {
            json.writeObjectFieldStart("identities");
            json.writeStringField(Identities.EMAIL, email);
            json.writeEndObject();
        }
    }

    /** A page's name and category stand among its properties too, where conditions look. */
    private void properties(EventType type, Draft draft) throws IOException {
        Slice sent = draft.section(Section.PROPERTIES);
        boolean isNamed = type == EventType.page || type == EventType.screen;
        String name = isNamed ? draft.text(Text.NAME) : null;
        String category = isNamed ? draft.text(Text.CATEGORY) : null;
        if (name == null && category == null) {
            layers("properties", null, sent);
            return;
        }
        Map<String, Slice> members = objects.members(sent);
        json.writeObjectFieldStart("properties");
        textUnless(members.containsKey("name"), "name", name);
        textUnless(members.containsKey("category"), "category", category);
        raw(members);
        json.writeEndObject();
    }

    private void textUnless(boolean known, String name, @Nullable String value) throws IOException {
        if (!known) {
            text(name, value);
        }
    }

    /** Two objects as one: of equal names the stronger one's value holds. */
    private void layers(String name, @Nullable Slice weaker, @Nullable Slice stronger)
            throws IOException {
        if (weaker != null && stronger != null) {
            Map<String, Slice> members = objects.members(weaker);
            members.putAll(objects.members(stronger));
            json.writeObjectFieldStart(name);
            raw(members);
            json.writeEndObject();
        } else if (weaker != null || stronger != null) {
            raw(name, Objects.requireNonNull(stronger == null ? weaker : stronger));
        }
    }

    private void raw(Map<String, Slice> members) throws IOException {
        for (Map.Entry<String, Slice> member : members.entrySet()) {
            raw(member.getKey(), member.getValue());
        }
    }

    /** The generator writes the name and takes the value as written; the bytes go around it. */
    private void raw(String name, Slice value) throws IOException {
        json.writeFieldName(name);
        json.writeRawValue("");
        json.flush();
        value.giveTo(out::write);
    }

    private void text(String name, @Nullable String value) throws IOException {
        if (value != null) {
            json.writeStringField(name, value);
        }
    }

    private static String iso(Instant at) {
        return MILLIS.format(at);
    }
}
