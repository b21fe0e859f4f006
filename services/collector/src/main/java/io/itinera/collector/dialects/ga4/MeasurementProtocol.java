package io.itinera.collector.dialects.ga4;

import com.fasterxml.jackson.core.JsonToken;
import io.itinera.collector.dialects.Item;
import io.itinera.collector.dialects.Members;
import io.itinera.collector.domain.Dialect;
import io.itinera.collector.domain.Flaw;
import io.itinera.collector.domain.Limits;
import io.itinera.collector.domain.Reading;
import io.itinera.collector.domain.Reason;
import io.itinera.collector.domain.Slice;
import io.itinera.collector.domain.Submission;
import io.itinera.collector.domain.Undecodable;
import io.itinera.collector.wire.Bodies;
import io.itinera.collector.wire.ObjectBytes;
import io.itinera.collector.wire.Scan;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The Measurement Protocol: a client and its events, told by a server. */
public final class MeasurementProtocol implements Dialect {
    private static final String NO_EVENTS = "a hit must be an object with a list named events";

    private final String library;

    /** Hits as servers send them. */
    public MeasurementProtocol() {
        this("measurement-protocol");
    }

    /**
     * Hits that something else was turned into.
     *
     * @param library what is said to have told them
     */
    public MeasurementProtocol(String library) {
        this.library = library;
    }

    @Override
    public Reading read(byte[] body, Limits limits) {
        return Bodies.read(body, limits, scan -> new Hit(body, scan, library, limits).read());
    }

    private static final class Hit {
        private final byte[] body;
        private final Scan scan;
        private final String library;
        private final Limits limits;
        private final Members envelope = Members.none();
        private @Nullable List<Item> events;
        private @Nullable Flaw flaw;

        Hit(byte[] body, Scan scan, String library, Limits limits) {
            this.body = body;
            this.scan = scan;
            this.library = library;
            this.limits = limits;
        }

        Reading read() throws IOException {
            if (!scan.isAt(JsonToken.START_OBJECT)) {
                return new Undecodable(NO_EVENTS);
            }
            while (scan.next() == JsonToken.FIELD_NAME) {
                scan.begin();
                String name = scan.name();
                scan.next();
                readField(name);
            }
            return events == null ? new Undecodable(NO_EVENTS) : submission(events);
        }

        /** What is wrong outside of the events is wrong with each of them. */
        private void readField(String name) throws IOException {
            if (name.equals("events") && scan.isAt(JsonToken.START_ARRAY)) {
                events = readEvents();
                return;
            }
            if (scan.isFull(envelope.byName())) {
                scan.blame(Reason.TOO_MANY_NAMES, "more than " + limits.names() + " names");
                scan.walk();
            } else {
                envelope.byName().put(name, scan.value());
            }
            flaw = flaw == null ? scan.flaw() : flaw;
        }

        private List<Item> readEvents() throws IOException {
            List<Item> items = new ArrayList<>();
            while (scan.next() != JsonToken.END_ARRAY) {
                if (scan.isEnough(items.size())) {
                    scan.walk();
                } else {
                    items.add(Item.read(scan, body, "params"));
                }
            }
            return items;
        }

        private Submission submission(List<Item> items) {
            Members told = flaw == null ? envelope : Members.none();
            String web = told.text("client_id");
            Ga4Client client =
                    new Ga4Client(
                            web == null ? told.text("app_instance_id") : web, told.text("user_id"));
            Slice traits = traits(Members.of(told.value("user_properties")));
            Ga4Drafts drafts = new Ga4Drafts(limits);
            for (Item item : items) {
                drafts.add(event(item, told, client, traits));
                traits = null;
            }
            return new Submission(drafts.drafts(), null, null, null);
        }

        private Ga4Event event(Item item, Members told, Ga4Client client, @Nullable Slice traits) {
            Flaw wrong = item.flaw() == null ? flaw : item.flaw();
            Members fields = wrong == null ? item.fields() : Members.none();
            Members params = wrong == null ? item.inside() : Members.none();
            String at = micros(fields, params, told);
            return new Ga4Event(
                    fields.text("name"),
                    params.without(List.of("items")),
                    Members.elements(params.value("items")).stream().map(Members::of).toList(),
                    traits,
                    client,
                    context(params, told, library),
                    at == null ? null : millis(at),
                    at == null ? params.text("transaction_id") : at,
                    item.whole(),
                    wrong);
        }
    }

    private static @Nullable String micros(Members fields, Members params, Members told) {
        for (Members each : List.of(fields, params, told)) {
            String micros = each.text(Surroundings.TIMESTAMP);
            if (micros != null) {
                return micros;
            }
        }
        return null;
    }

    /** What is no number of microseconds stays as it is and is judged as a date. */
    private static String millis(String micros) {
        return micros.matches("\\d{4,20}") ? micros.substring(0, micros.length() - 3) : micros;
    }

    private static @Nullable Slice traits(Members properties) {
        ObjectBytes traits = new ObjectBytes();
        properties
                .byName()
                .forEach(
                        (name, property) ->
                                traits.value(name, Members.of(property).value("value")));
        return traits.doneUnlessEmpty();
    }

    private static Slice context(Members params, Members told, String library) {
        return Surroundings.context(params, library)
                .text("ip", told.text("ip_override"))
                .text("userAgent", told.text("user_agent"))
                .value("device", told.object("device"))
                .value("location", told.object("user_location"))
                .value("consent", told.object("consent"))
                .done();
    }
}
