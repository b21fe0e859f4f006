package io.itinera.messaging.domain.delivery;

import io.itinera.contracts.messages.CallBack;
import io.itinera.contracts.messages.Send;
import io.itinera.contracts.outcomes.OutcomeName;
import io.itinera.contracts.settings.Workspace;
import io.itinera.contracts.transitions.TransitionKind;
import io.itinera.messaging.domain.Letter;
import io.itinera.messaging.domain.delivery.Letters.Material;
import io.itinera.messaging.domain.delivery.Letters.Writing;
import io.itinera.messaging.domain.delivery.Verdict.Ruling;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The life of a delivery as one function: what is, what happened, and when; what is from now on,
 * and what must be done. Told the same twice, it decides nothing the second time.
 */
public final class DeliveryStep {
    /** From this many on, a link still leads where it should and nobody is told. */
    public static final int MAX_CLICKS = 100;

    private static final String SETTINGS_UNKNOWN = "workspace_unknown";

    private final RetryPolicy retries;
    private final Letters letters;

    public DeliveryStep(RetryPolicy retries, Letters letters) {
        this.retries = retries;
        this.letters = letters;
    }

    /** The first that is heard of a delivery. */
    public Decision begin(Input.Commanded command, Instant now) {
        return switch (command) {
            case Input.Requested asked ->
                    Decision.nothing(Delivery.requested(asked.send(), asked.traceparent(), now));
            case Input.WantedBack wanted -> unheardOf(wanted, now);
        };
    }

    /** A call-back for a send that was never seen: it is called back when it comes. */
    private static Decision unheardOf(Input.WantedBack wanted, Instant now) {
        CallBack back = wanted.callBack();
        Delivery unheardOf = Delivery.unheardOf(back, wanted.traceparent(), now);
        return calledBack(unheardOf, back.reason(), now);
    }

    /** Everything after that. */
    public Decision step(Delivery delivery, Input input, Instant now) {
        return switch (input) {
            case Input.Requested requested -> requested(delivery, requested.send());
            case Input.WantedBack wanted -> wantedBack(delivery, wanted.callBack(), now);
            case Input.Due due -> due(delivery, due.circumstances(), now);
            case Input.Accepted _ -> accepted(delivery, now);
            case Input.Refused refused -> refused(delivery, refused.reply(), now);
            case Input.Unavailable gone ->
                    unavailable(delivery, gone.reason(), pause(delivery), now);
            case Input.Unheard gone -> unavailable(delivery, gone.reason(), retries.longest(), now);
            case Input.Unsaved lost -> unsaved(delivery, lost.reason(), now);
            case Input.Stumbled stumbled -> stumbled(delivery, stumbled.reason(), now);
            case Input.Clicked clicked -> clicked(delivery, clicked.url(), now);
        };
    }

    private static Decision requested(Delivery delivery, Send send) {
        return Decision.nothing(delivery.request() == null ? delivery.with(send) : delivery);
    }

    private static Decision wantedBack(Delivery delivery, CallBack back, Instant now) {
        Progress progress = delivery.progress();
        return switch (progress.state()) {
            case WAITING -> calledBack(delivery, back.reason(), now);
            case SENDING -> Decision.nothing(delivery.with(progress.wantedBack(back.reason())));
            case SENT -> tooLate(delivery, back.reason(), now);
            case SUPPRESSED, CALLED_BACK, FAILED -> Decision.nothing(delivery);
        };
    }

    private static Decision calledBack(Delivery delivery, String reason, Instant now) {
        Verdict verdict = new Verdict(Gate.CALLED_BACK, Ruling.STOPPED, reason, now);
        Delivery ended =
                delivery.with(
                        delivery.progress()
                                .wantedBack(reason)
                                .judged(List.of(verdict))
                                .ended(DeliveryState.CALLED_BACK, reason));
        return end(
                ended,
                List.of(verdict),
                OutcomeName.MESSAGE_CALLED_BACK,
                TransitionKind.calledBack,
                now);
    }

    private static Decision tooLate(Delivery delivery, String reason, Instant now) {
        Verdict verdict = new Verdict(Gate.CALLED_BACK, Ruling.LATE, reason, now);
        if (delivery.progress().verdicts().stream().anyMatch(verdict::agrees)) {
            return Decision.nothing(delivery);
        }
        Delivery told =
                delivery.with(delivery.progress().wantedBack(reason).judged(List.of(verdict)));
        return new Decision(told, List.of(Tellings.verdict(told, verdict)));
    }

    private Decision due(Delivery delivery, Circumstances circumstances, Instant now) {
        Send send = delivery.request();
        Progress progress = delivery.progress();
        if (send == null || !progress.state().open()) {
            return Decision.nothing(delivery);
        }
        if (progress.callBack() != null) {
            return calledBack(delivery, progress.callBack(), now);
        }
        Workspace workspace = circumstances.workspace();
        if (workspace == null) {
            return postponed(delivery, SETTINGS_UNKNOWN, pause(delivery), now);
        }
        List<Verdict> verdicts = Gates.judge(delivery, send, circumstances, now);
        Delivery judged = delivery.with(progress.judged(verdicts));
        List<Verdict> news = news(progress, verdicts);
        Verdict last = verdicts.getLast();
        if (last.verdict() == Ruling.STOPPED) {
            return suppressed(judged, news, String.valueOf(last.reason()), now);
        }
        Material material =
                new Material(
                        send,
                        delivery.address().orElseThrow(),
                        delivery.traceparent(),
                        workspace,
                        circumstances.template(),
                        circumstances.catalogue());
        return written(judged, news, letters.write(material), now);
    }

    private static List<Verdict> news(Progress before, List<Verdict> verdicts) {
        return verdicts.stream()
                .filter(verdict -> before.verdicts().stream().noneMatch(verdict::agrees))
                .toList();
    }

    private static Decision suppressed(
            Delivery judged, List<Verdict> news, String reason, Instant now) {
        return end(
                judged.with(judged.progress().ended(DeliveryState.SUPPRESSED, reason)),
                news,
                OutcomeName.MESSAGE_SUPPRESSED,
                TransitionKind.suppressed,
                now);
    }

    private Decision written(Delivery judged, List<Verdict> news, Writing writing, Instant now) {
        return switch (writing) {
            case Writing.Written(Letter letter) -> handedOver(judged, news, letter, now);
            case Writing.Impossible(String reason) -> failed(judged, news, reason, now);
        };
    }

    private Decision handedOver(Delivery judged, List<Verdict> news, Letter letter, Instant now) {
        Progress next = judged.progress().handedOver(letter.text(), now.plus(retries.lease()));
        List<Effect> effects = new ArrayList<>();
        news.forEach(verdict -> effects.add(Tellings.verdict(judged, verdict)));
        effects.add(new Effect.HandOver(letter));
        return new Decision(judged.with(next), effects);
    }

    private static Decision accepted(Delivery delivery, Instant now) {
        Progress progress = delivery.progress();
        if (!progress.state().open()) {
            return Decision.nothing(delivery);
        }
        Delivery sent = delivery.with(progress.sent(now));
        Decision told = end(sent, List.of(), OutcomeName.MESSAGE_SENT, TransitionKind.sent, now);
        String callBack = progress.callBack();
        return callBack == null ? told : both(told, tooLate(sent, callBack, now));
    }

    private static Decision refused(Delivery delivery, ProviderReply reply, Instant now) {
        if (!delivery.progress().state().open()) {
            return Decision.nothing(delivery);
        }
        Decision failed = failed(delivery, List.of(), reply.reason(), now);
        if (!reply.addressIsDead() || delivery.address().isEmpty()) {
            return failed;
        }
        Effect suppress = new Effect.Suppress(delivery.address().get(), reply.reason());
        return both(failed, new Decision(failed.delivery(), List.of(suppress)));
    }

    /** It may have arrived, and nothing could be written down of it: it is not tried again. */
    private static Decision unsaved(Delivery delivery, String reason, Instant now) {
        return delivery.progress().state().open()
                ? failed(delivery, List.of(), reason, now)
                : Decision.nothing(delivery);
    }

    private Decision unavailable(Delivery delivery, String reason, Duration pause, Instant now) {
        Progress progress = delivery.progress();
        if (!progress.state().open()) {
            return Decision.nothing(delivery);
        }
        return progress.callBack() == null
                ? postponed(delivery, reason, pause, now)
                : calledBack(delivery, progress.callBack(), now);
    }

    private Decision stumbled(Delivery delivery, String reason, Instant now) {
        Progress progress = delivery.progress();
        if (!progress.state().open()) {
            return Decision.nothing(delivery);
        }
        if (progress.callBack() != null) {
            return calledBack(delivery, progress.callBack(), now);
        }
        Progress counted = progress.stumbled();
        if (counted.stumbles() >= RetryPolicy.MAX_STUMBLES) {
            return failed(delivery.with(counted), List.of(), reason, now);
        }
        Instant next = now.plus(retries.pause(counted.stumbles()));
        return Decision.nothing(delivery.with(counted.postponed(next, reason)));
    }

    private Duration pause(Delivery delivery) {
        return retries.pause(delivery.progress().attempts());
    }

    private Decision postponed(Delivery delivery, String reason, Duration pause, Instant now) {
        if (retries.exhausted(delivery.receivedAt(), now)) {
            return failed(delivery, List.of(), reason, now);
        }
        return Decision.nothing(
                delivery.with(delivery.progress().postponed(now.plus(pause), reason)));
    }

    private static Decision failed(
            Delivery delivery, List<Verdict> news, String reason, Instant now) {
        return end(
                delivery.with(delivery.progress().ended(DeliveryState.FAILED, reason)),
                news,
                OutcomeName.MESSAGE_FAILED,
                TransitionKind.failed,
                now);
    }

    private static Decision clicked(Delivery delivery, String url, Instant now) {
        Progress progress = delivery.progress();
        if (progress.clicks() >= MAX_CLICKS) {
            return Decision.nothing(delivery);
        }
        Delivery followed = delivery.with(progress.clicked());
        return new Decision(followed, Tellings.clicked(followed, url, now));
    }

    private static Decision end(
            Delivery ended,
            List<Verdict> news,
            OutcomeName outcome,
            TransitionKind kind,
            Instant now) {
        @Nullable String reason = ended.progress().reason();
        List<Effect> effects = new ArrayList<>();
        news.forEach(verdict -> effects.add(Tellings.verdict(ended, verdict)));
        effects.addAll(Tellings.of(ended, outcome, kind, reason, now));
        return new Decision(ended, effects);
    }

    private static Decision both(Decision first, Decision second) {
        return new Decision(
                second.delivery(),
                Stream.concat(first.effects().stream(), second.effects().stream()).toList());
    }
}
