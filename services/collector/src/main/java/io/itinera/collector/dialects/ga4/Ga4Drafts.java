package io.itinera.collector.dialects.ga4;

import io.itinera.collector.dialects.Drafting;
import io.itinera.collector.dialects.Members;
import io.itinera.collector.domain.Draft;
import io.itinera.collector.domain.Flaw;
import io.itinera.collector.domain.Limits;
import io.itinera.collector.domain.Reason;
import io.itinera.collector.domain.Section;
import io.itinera.collector.domain.Slice;
import io.itinera.collector.domain.Text;
import io.itinera.collector.wire.ObjectBytes;
import io.itinera.contracts.events.EventType;
import io.itinera.kit.ids.Ids;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Tells the events of one request of Google Analytics as Segment would: each item that was looked
 * at, added or removed is an event of its own; an order has its products inside.
 */
final class Ga4Drafts {
    /** An event's parameters are repeated with each of its items; a request may not become more. */
    static final int MAX_BYTES = 2 * 1024 * 1024;

    private static final UUID MESSAGE_IDS = UUID.fromString("b7d1c9f4-61b1-5d0b-9a39-54c1f0a2e7d8");

    private final Limits limits;
    private final List<Draft> drafts = new ArrayList<>();
    private int written;
    private int events;

    Ga4Drafts(Limits limits) {
        this.limits = limits;
    }

    List<Draft> drafts() {
        return drafts;
    }

    void add(Ga4Event event) {
        if (isFull()) {
            return;
        }
        String id = id(event, events++);
        if (event.flaw() != null) {
            drafts.add(draft(event, EventType.track, id).of(event.whole(), event.flaw()));
            return;
        }
        if (event.traits() != null) {
            Drafting person = draft(event, EventType.identify, id == null ? null : id + "-person");
            add(event, person.with(Section.TRAITS, event.traits()), event.traits());
        }
        switch (String.valueOf(event.name())) {
            case "page_view" -> addView(event, EventType.page, id);
            case "screen_view" -> addView(event, EventType.screen, id);
            default -> addTrack(event, id);
        }
    }

    private void addView(Ga4Event event, EventType type, @Nullable String id) {
        Slice properties = Surroundings.ofView(event.params()).written();
        add(
                event,
                draft(event, type, id)
                        .with(Text.NAME, event.params().text("screen_name"))
                        .with(Section.PROPERTIES, properties),
                properties);
    }

    private void addTrack(Ga4Event event, @Nullable String id) {
        Meaning meaning = Meaning.of(String.valueOf(event.name()));
        Members properties = properties(event, meaning);
        List<Members> items = event.items().stream().map(FieldNames::ofItem).toList();
        if (meaning.items() == Meaning.Items.EACH && !items.isEmpty()) {
            addEach(event, meaning, properties, items, id);
            return;
        }
        if (!items.isEmpty()) {
            List<Slice> products = items.stream().map(Members::written).toList();
            ObjectBytes all = new ObjectBytes();
            properties.byName().forEach(all::value);
            addTrack(event, meaning, all.list("products", products).done(), id);
            return;
        }
        addTrack(event, meaning, properties.written(), id);
    }

    private void addEach(
            Ga4Event event,
            Meaning meaning,
            Members properties,
            List<Members> items,
            @Nullable String id) {
        Members shared = items.size() == 1 ? properties : properties.without(List.of("value"));
        int n = 0;
        for (Members item : items) {
            Map<String, Slice> both = new LinkedHashMap<>(shared.byName());
            both.putAll(item.byName());
            addTrack(event, meaning, ObjectBytes.of(both), id == null ? null : id + "-" + n++);
            if (written > MAX_BYTES || isFull()) {
                return;
            }
        }
    }

    /** The last draft is one more than a request may have, and stands for what is not told. */
    private boolean isFull() {
        return drafts.size() > limits.events();
    }

    private void addTrack(Ga4Event event, Meaning meaning, Slice properties, @Nullable String id) {
        Drafting track =
                draft(event, EventType.track, id)
                        .with(Text.EVENT, event.name() == null ? null : meaning.event())
                        .with(Section.PROPERTIES, properties);
        add(event, track, properties);
    }

    private void add(Ga4Event event, Drafting drafting, Slice own) {
        written += own.length() + (event.context() == null ? 0 : event.context().length());
        Flaw flaw =
                written <= MAX_BYTES
                        ? null
                        : new Flaw(
                                Reason.EVENT_TOO_LARGE,
                                "its items, each with the event's parameters, make more than "
                                        + MAX_BYTES
                                        + " bytes");
        drafts.add(drafting.with(Section.CONTEXT, event.context()).of(event.whole(), flaw));
    }

    private static Drafting draft(Ga4Event event, EventType type, @Nullable String id) {
        return event.client()
                .draft(type)
                .with(Text.MESSAGE_ID, id)
                .with(Text.TIMESTAMP, event.timestamp());
    }

    private static Members properties(Ga4Event event, Meaning meaning) {
        Members properties = FieldNames.ofEvent(Surroundings.left(event.params()));
        Map<String, Slice> byName = properties.byName();
        Slice value = byName.get("value");
        if (value != null && byName.containsKey("order_id")) {
            byName.putIfAbsent("revenue", value);
            byName.putIfAbsent("total", value);
        }
        String cart = event.client().cart();
        if (meaning.cart() == Meaning.Cart.ITS && cart != null) {
            byName.putIfAbsent("cart_id", ObjectBytes.text(cart));
        }
        return properties;
    }

    /** The same for each copy of an event; null when nothing tells a copy from a second event. */
    private static @Nullable String id(Ga4Event event, int index) {
        if (event.stamp() == null) {
            return null;
        }
        String name =
                "%s|%s|%s|%d|%s"
                        .formatted(
                                event.client().cart(),
                                event.name(),
                                event.stamp(),
                                index,
                                event.whole());
        return Ids.v5(MESSAGE_IDS, name).toString();
    }
}
