package io.itinera.messaging.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import io.itinera.contracts.Cause;
import io.itinera.contracts.messages.Send;
import io.itinera.kit.json.Json;
import io.itinera.messaging.domain.ChannelNames;
import io.itinera.messaging.domain.EmailAddress;
import io.itinera.messaging.domain.Wording;
import io.itinera.messaging.domain.delivery.Delivery;
import io.itinera.messaging.domain.delivery.DeliveryState;
import io.itinera.messaging.domain.delivery.Progress;
import io.itinera.messaging.domain.delivery.Verdict;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Between a delivery and its row. */
final class DeliveryMapping {
    private static final ObjectReader SEND = Json.mapper().readerFor(Send.class);
    private static final ObjectReader VERDICTS = Json.mapper().readerForListOf(StoredVerdict.class);
    private static final ObjectWriter WRITER = Json.mapper().writer();

    private DeliveryMapping() {}

    static Delivery delivery(DeliveryRow row) {
        return new Delivery(
                row.key,
                row.workspace,
                row.customer,
                row.origin,
                new Cause(row.journey, row.version, row.enrollment, row.node, row.visit, null),
                row.request == null ? null : send(row.request),
                row.traceparent,
                row.receivedAt,
                progress(row));
    }

    private static Progress progress(DeliveryRow row) {
        return new Progress(
                DeliveryState.of(row.state).orElseThrow(),
                row.reason,
                row.callBack,
                row.attempts,
                row.stumbles,
                row.dueAt,
                row.sentAt,
                row.clicks,
                verdicts(row.verdicts),
                wording(row));
    }

    private static @Nullable Wording wording(DeliveryRow row) {
        return row.subject == null || row.html == null || row.bodyText == null
                ? null
                : new Wording(row.subject, row.html, row.bodyText);
    }

    static DeliveryRow row(Delivery delivery) {
        DeliveryRow row = new DeliveryRow();
        row.key = delivery.key();
        row.workspace = delivery.workspace();
        row.customer = delivery.customer();
        row.origin = delivery.origin();
        row.journey = delivery.cause().journey();
        row.version = delivery.cause().version();
        row.enrollment = delivery.cause().enrollment();
        row.node = delivery.cause().node();
        row.visit = delivery.cause().visit();
        row.traceparent = delivery.traceparent();
        row.receivedAt = delivery.receivedAt();
        update(row, delivery);
        return row;
    }

    /** Puts what can change into the row. */
    static void update(DeliveryRow row, Delivery delivery) {
        Progress progress = delivery.progress();
        row.state = progress.state().wire();
        row.reason = Storable.text(progress.reason());
        row.callBack = Storable.text(progress.callBack());
        row.attempts = progress.attempts();
        row.stumbles = progress.stumbles();
        row.dueAt = progress.dueAt();
        row.sentAt = progress.sentAt();
        row.clicks = progress.clicks();
        row.verdicts = write(progress.verdicts().stream().map(StoredVerdict::of).toList());
        wrote(row, progress.wording());
        if (row.request == null && delivery.request() != null) {
            asked(row, delivery, delivery.request());
        }
    }

    private static void wrote(DeliveryRow row, @Nullable Wording wording) {
        if (wording != null) {
            row.subject = wording.subject();
            row.html = wording.html();
            row.bodyText = wording.text();
        }
    }

    private static void asked(DeliveryRow row, Delivery delivery, Send send) {
        row.request = write(send);
        row.requestedAt = send.requestedAt();
        row.channel = ChannelNames.of(send.channel());
        row.template = send.template();
        row.address = delivery.address().map(EmailAddress::value).orElse(null);
    }

    private static String write(Object value) {
        try {
            return WRITER.writeValueAsString(value);
        } catch (JsonProcessingException unwritable) {
            throw new IllegalStateException("a record of ours cannot be written", unwritable);
        }
    }

    private static Send send(String json) {
        try {
            return SEND.readValue(json);
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException("a row of ours cannot be read", unreadable);
        }
    }

    private static List<Verdict> verdicts(String json) {
        try {
            List<StoredVerdict> stored = VERDICTS.readValue(json);
            return stored.stream().map(StoredVerdict::read).toList();
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException("a row of ours cannot be read", unreadable);
        }
    }
}
