package io.itinera.messaging.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.itinera.contracts.messages.Send;
import io.itinera.contracts.messages.Trigger;
import io.itinera.messaging.domain.Wording;
import io.itinera.messaging.domain.delivery.Delivery;
import io.itinera.messaging.domain.delivery.Verdict;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A delivery with its gates and what it said. */
record DeliveryDetail(
        @JsonUnwrapped DeliveryItem delivery,
        List<GateVerdict> gates,
        @Nullable String html,
        @Nullable String text,
        @Nullable Trigger trigger) {

    /** What one gate said. */
    record GateVerdict(String gate, String verdict, @Nullable String reason, Instant at) {
        static GateVerdict of(Verdict verdict) {
            return new GateVerdict(
                    verdict.gate().wire(),
                    verdict.verdict().wire(),
                    verdict.reason(),
                    verdict.at());
        }
    }

    static DeliveryDetail of(Delivery delivery) {
        Wording wording = delivery.progress().wording();
        Send request = delivery.request();
        return new DeliveryDetail(
                DeliveryItem.of(delivery),
                delivery.progress().verdicts().stream().map(GateVerdict::of).toList(),
                wording == null ? null : wording.html(),
                wording == null ? null : wording.text(),
                request == null ? null : request.trigger());
    }
}
