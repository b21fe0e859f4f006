package io.itinera.messaging.api;

import io.itinera.contracts.messages.Send;
import io.itinera.messaging.domain.EmailAddress;
import io.itinera.messaging.domain.delivery.Delivery;
import io.itinera.messaging.domain.delivery.Progress;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A delivery in a list. */
record DeliveryItem(
        UUID key,
        UUID customer,
        UUID journey,
        int version,
        String node,
        @Nullable String channel,
        @Nullable UUID template,
        @Nullable String to,
        @Nullable String subject,
        String state,
        @Nullable String reason,
        @Nullable Instant requestedAt,
        @Nullable Instant sentAt,
        int attempts,
        int clicks) {
    static DeliveryItem of(Delivery delivery) {
        Progress progress = delivery.progress();
        Send request = delivery.request();
        return new DeliveryItem(
                delivery.key(),
                delivery.customer(),
                delivery.cause().journey(),
                delivery.cause().version(),
                delivery.cause().node(),
                delivery.channel().orElse(null),
                request == null ? null : request.template(),
                delivery.address().map(EmailAddress::value).orElse(null),
                progress.wording() == null ? null : progress.wording().subject(),
                progress.state().wire(),
                progress.reason(),
                request == null ? null : request.requestedAt(),
                progress.sentAt(),
                progress.attempts(),
                progress.clicks());
    }
}
