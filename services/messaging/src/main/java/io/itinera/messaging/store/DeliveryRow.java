package io.itinera.messaging.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A delivery as it stands in its row; {@link DeliveryMapping} knows what its columns mean. */
@Entity
@Table(name = "delivery")
class DeliveryRow {
    @Id UUID key;

    @Column(insertable = false, updatable = false)
    long sequence;

    String workspace;
    UUID customer;
    UUID origin;
    UUID journey;
    int version;
    UUID enrollment;
    String node;
    int visit;
    @Nullable String channel;
    @Nullable UUID template;
    @Nullable String address;
    @Nullable String subject;
    @Nullable String html;

    @Column(name = "body_text")
    @Nullable String bodyText;

    @Nullable String request;
    @Nullable String traceparent;

    @Column(name = "requested_at")
    @Nullable Instant requestedAt;

    @Column(name = "received_at")
    Instant receivedAt;

    String state;
    @Nullable String reason;

    @Column(name = "call_back")
    @Nullable String callBack;

    int attempts;
    int stumbles;

    @Column(name = "due_at")
    @Nullable Instant dueAt;

    @Column(name = "sent_at")
    @Nullable Instant sentAt;

    int clicks;
    String verdicts;
}
