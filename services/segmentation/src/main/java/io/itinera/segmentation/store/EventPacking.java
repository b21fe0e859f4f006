package io.itinera.segmentation.store;

import io.itinera.contracts.events.Event;
import io.itinera.contracts.events.EventType;
import io.itinera.kit.codec.Packer;
import io.itinera.kit.codec.Unpacker;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Events as fields. */
final class EventPacking {
    private EventPacking() {}

    static void write(Packer out, Event event) {
        out.text(1, event.id())
                .text(2, event.workspace())
                .text(3, event.type().name())
                .text(4, event.name())
                .text(5, event.anonymousId())
                .text(6, event.userId())
                .text(7, event.previousId())
                .text(8, event.groupId())
                .value(9, present(event.identities()))
                .value(10, present(event.properties()))
                .value(11, present(event.traits()))
                .value(12, present(event.context()))
                .instant(13, event.occurredAt())
                .instant(14, event.receivedAt())
                .text(15, event.source())
                .bool(16, event.historic())
                .value(17, present(event.more()));
    }

    private static @Nullable Object present(Map<String, ?> object) {
        return object.isEmpty() ? null : object;
    }

    static Event read(Unpacker in) {
        Fields it = new Fields();
        while (in.next()) {
            switch (in.tag()) {
                case 1 -> it.id = in.text();
                case 2 -> it.workspace = in.text();
                case 3 -> it.type = EventType.valueOf(in.text());
                case 4 -> it.name = in.text();
                case 5 -> it.anonymousId = in.text();
                case 6 -> it.userId = in.text();
                case 7 -> it.previousId = in.text();
                case 8 -> it.groupId = in.text();
                case 9 -> in.object().forEach((kind, value) -> it.identify(kind, value));
                case 10 -> it.properties = in.object();
                case 11 -> it.traits = in.object();
                case 12 -> it.context = in.object();
                case 13 -> it.occurredAt = in.instant();
                case 14 -> it.receivedAt = in.instant();
                case 15 -> it.source = in.text();
                case 16 -> it.historic = in.bool();
                case 17 -> it.more = in.object();
                default -> in.keep();
            }
        }
        return it.event();
    }

    /** What an event starts from while it is read. */
    private static final class Fields {
        private String id = "";
        private String workspace = "";
        private EventType type = EventType.track;
        private String name = "";
        private @Nullable String anonymousId;
        private @Nullable String userId;
        private @Nullable String previousId;
        private @Nullable String groupId;
        private final Map<String, String> identities = new HashMap<>();
        private Map<String, Object> properties = Map.of();
        private Map<String, Object> traits = Map.of();
        private Map<String, Object> context = Map.of();
        private Instant occurredAt = Instant.EPOCH;
        private Instant receivedAt = Instant.EPOCH;
        private String source = "";
        private boolean historic;
        private Map<String, Object> more = Map.of();

        private void identify(String kind, @Nullable Object value) {
            identities.put(kind, String.valueOf(value));
        }

        private Event event() {
            return new Event(
                    id,
                    workspace,
                    type,
                    name,
                    anonymousId,
                    userId,
                    previousId,
                    groupId,
                    identities,
                    properties,
                    traits,
                    context,
                    occurredAt,
                    receivedAt,
                    source,
                    historic,
                    more);
        }
    }
}
