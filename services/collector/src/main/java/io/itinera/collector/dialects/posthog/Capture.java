package io.itinera.collector.dialects.posthog;

import com.fasterxml.jackson.core.JsonToken;
import io.itinera.collector.dialects.Item;
import io.itinera.collector.dialects.Members;
import io.itinera.collector.domain.Dialect;
import io.itinera.collector.domain.Draft;
import io.itinera.collector.domain.Limits;
import io.itinera.collector.domain.Reading;
import io.itinera.collector.domain.Slice;
import io.itinera.collector.domain.Submission;
import io.itinera.collector.domain.Undecodable;
import io.itinera.collector.wire.Bodies;
import io.itinera.collector.wire.Scan;
import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What PostHog's clients send: an event, a list of events, or an envelope with a batch of them, as
 * JSON or as JSON in a form.
 *
 * @param clock dates the events that say how long ago they were instead of when
 * @param sentAt when the client sent it, from the address; an envelope's own goes first
 */
public record Capture(InstantSource clock, @Nullable String sentAt) implements Dialect {
    private static final String PROPERTIES = "properties";
    private static final Set<String> LISTS = Set.of("batch", "data");

    @Override
    public Reading read(byte[] body, Limits limits) {
        byte[] json = Form.unwrapped(body);
        if (json == null) {
            return new Undecodable("the form's data is not Base64");
        }
        return Bodies.read(json, limits, scan -> new Events(json, scan).read());
    }

    private final class Events {
        private final byte[] json;
        private final Scan scan;
        private final List<Draft> drafts = new ArrayList<>();
        private @Nullable String key;

        Events(byte[] json, Scan scan) {
            this.json = json;
            this.scan = scan;
        }

        Reading read() throws IOException {
            if (scan.isAt(JsonToken.START_ARRAY)) {
                readList();
                return Submission.withApiKey(drafts, key, sentAt);
            }
            if (!scan.isAt(JsonToken.START_OBJECT)) {
                return new Undecodable("a capture must be an object or a list");
            }
            return readObject();
        }

        private void readList() throws IOException {
            while (scan.next() != JsonToken.END_ARRAY) {
                if (scan.isEnough(drafts.size())) {
                    scan.walk();
                } else {
                    add(Item.read(scan, json, PROPERTIES));
                }
            }
        }

        /** An envelope when it has a list of events, else an event. */
        private Submission readObject() throws IOException {
            int start = scan.tokenStart();
            Members fields = Members.none();
            Members properties = Members.none();
            boolean isEnvelope = false;
            while (scan.next() == JsonToken.FIELD_NAME) {
                String name = scan.name();
                scan.next();
                if (LISTS.contains(name) && scan.isAt(JsonToken.START_ARRAY)) {
                    isEnvelope = true;
                    readList();
                } else if (scan.isFull(fields.byName())) {
                    scan.walk();
                } else if (!name.equals(PROPERTIES)) {
                    fields.byName().put(name, scan.value());
                } else if (scan.isAt(JsonToken.START_OBJECT)) {
                    properties = new Members(scan.members());
                } else {
                    scan.object(name);
                }
            }
            String sent = fields.text("sent_at");
            if (isEnvelope) {
                key = key(fields) == null ? key : key(fields);
            } else {
                Slice whole = scan.measured(new Slice(json, start, scan.tokenEnd()));
                add(new Item(whole, fields, properties, scan.flaw()));
            }
            return Submission.withApiKey(drafts, key, sent == null ? sentAt : sent);
        }

        private void add(Item item) {
            if (key == null) {
                String own = key(item.fields());
                key = own == null ? key(item.inside()) : own;
            }
            drafts.addAll(new Captured(item, clock).drafts());
        }
    }

    private static @Nullable String key(Members members) {
        String key = members.text("api_key");
        return key == null ? members.text("token") : key;
    }
}
