package io.itinera.messaging.domain.delivery;

import io.itinera.messaging.domain.Wording;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What has become of a delivery so far.
 *
 * @param state where it stands
 * @param reason why it ended as it did, or why it still waits; a code
 * @param callBack why the journey wants it back, from the moment that it does
 * @param attempts how often the provider was told
 * @param stumbles how often we could not decide or save it ourselves
 * @param dueAt when it is looked at next, while it is open
 * @param sentAt when the provider took it
 * @param clicks how many links were followed
 * @param verdicts each gate's latest, in order
 * @param wording what was handed to the provider last
 */
public record Progress(
        DeliveryState state,
        @Nullable String reason,
        @Nullable String callBack,
        int attempts,
        int stumbles,
        @Nullable Instant dueAt,
        @Nullable Instant sentAt,
        int clicks,
        List<Verdict> verdicts,
        @Nullable Wording wording) {

    public Progress {
        verdicts = List.copyOf(verdicts);
    }

    static Progress waiting(Instant dueAt) {
        return new Progress(
                DeliveryState.WAITING, null, null, 0, 0, dueAt, null, 0, List.of(), null);
    }

    Progress postponed(Instant until, String why) {
        return new Progress(
                DeliveryState.WAITING,
                why,
                callBack,
                attempts,
                stumbles,
                until,
                sentAt,
                clicks,
                verdicts,
                wording);
    }

    Progress handedOver(Wording said, Instant leaseEnds) {
        return new Progress(
                DeliveryState.SENDING,
                null,
                callBack,
                attempts + 1,
                stumbles,
                leaseEnds,
                null,
                clicks,
                verdicts,
                said);
    }

    Progress sent(Instant at) {
        return new Progress(
                DeliveryState.SENT,
                null,
                callBack,
                attempts,
                stumbles,
                null,
                at,
                clicks,
                verdicts,
                wording);
    }

    Progress ended(DeliveryState end, String why) {
        return new Progress(
                end, why, callBack, attempts, stumbles, null, sentAt, clicks, verdicts, wording);
    }

    Progress wantedBack(String why) {
        return new Progress(
                state, reason, why, attempts, stumbles, dueAt, sentAt, clicks, verdicts, wording);
    }

    Progress stumbled() {
        return new Progress(
                state,
                reason,
                callBack,
                attempts,
                stumbles + 1,
                dueAt,
                sentAt,
                clicks,
                verdicts,
                wording);
    }

    Progress clicked() {
        return new Progress(
                state,
                reason,
                callBack,
                attempts,
                stumbles,
                dueAt,
                sentAt,
                clicks + 1,
                verdicts,
                wording);
    }

    /** With these verdicts in place of what the same gates said before. */
    Progress judged(List<Verdict> latest) {
        List<Verdict> others =
                verdicts.stream()
                        .filter(old -> latest.stream().noneMatch(v -> v.gate() == old.gate()))
                        .toList();
        List<Verdict> all =
                Stream.concat(others.stream(), latest.stream())
                        .sorted(Comparator.comparing(Verdict::gate))
                        .toList();
        return new Progress(
                state, reason, callBack, attempts, stumbles, dueAt, sentAt, clicks, all, wording);
    }
}
