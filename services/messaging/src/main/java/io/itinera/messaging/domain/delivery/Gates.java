package io.itinera.messaging.domain.delivery;

import io.itinera.contracts.activity.Consent;
import io.itinera.contracts.messages.Send;
import io.itinera.messaging.domain.ChannelNames;
import io.itinera.messaging.domain.EmailAddress;
import io.itinera.messaging.domain.delivery.Verdict.Ruling;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Asks the gates in order and stops at the first that says no. */
final class Gates {
    private Gates() {}

    static List<Verdict> judge(Delivery delivery, Send send, Circumstances now, Instant at) {
        List<Verdict> verdicts = new ArrayList<>();
        for (Gate gate : Gate.values()) {
            String reason = objection(gate, delivery, send, now);
            Ruling ruling = reason == null ? Ruling.PASSED : Ruling.STOPPED;
            verdicts.add(new Verdict(gate, ruling, reason, at));
            if (reason != null) {
                break;
            }
        }
        return verdicts;
    }

    private static @Nullable String objection(
            Gate gate, Delivery delivery, Send send, Circumstances now) {
        return switch (gate) {
            case CALLED_BACK -> delivery.progress().callBack();
            case ADDRESS -> address(delivery, send);
            case CONSENT -> consent(latest(now.consent(), profileConsent(send)));
            case SUPPRESSION -> now.suppression();
        };
    }

    private static @Nullable String address(Delivery delivery, Send send) {
        if (EmailAddress.claimed(send.profile()) == null) {
            return "no_address";
        }
        return delivery.address().isEmpty() ? "address_unusable" : null;
    }

    private static @Nullable String consent(@Nullable Consent consent) {
        if (consent == null) {
            return "no_consent";
        }
        return consent.granted() ? null : "opted_out";
    }

    private static @Nullable Consent profileConsent(Send send) {
        return send.profile().consents().get(ChannelNames.of(send.channel()));
    }

    /** The later of two; of two at the same moment, the one that says no. */
    static @Nullable Consent latest(@Nullable Consent one, @Nullable Consent other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        int order = one.at().compareTo(other.at());
        if (order == 0) {
            return one.granted() ? other : one;
        }
        return order > 0 ? one : other;
    }
}
