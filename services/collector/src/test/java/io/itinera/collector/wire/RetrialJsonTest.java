package io.itinera.collector.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.itinera.collector.domain.Arrival;
import io.itinera.collector.domain.Breach;
import io.itinera.collector.domain.Intake;
import io.itinera.collector.domain.Limits;
import io.itinera.collector.domain.PlanGate;
import io.itinera.collector.domain.Resent;
import io.itinera.collector.domain.Retrial;
import io.itinera.collector.domain.Sender;
import io.itinera.collector.domain.Submission;
import io.itinera.collector.domain.Suppressed;
import io.itinera.collector.domain.Verdict;
import io.itinera.contracts.quarantine.RefusedEvent;
import io.itinera.contracts.settings.PlanMode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RetrialJsonTest {
    private static final Resent SECOND_ATTEMPT =
            new Resent("2026-03-01T11:00:00Z", Duration.ofSeconds(90), false);

    private static final Sender BROWSER = new Sender("203.0.113.7", "Mozilla/5.0 (X11)");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'type':'track','event':'E','userId':'u','messageId':'m','properties':{'n':1.10,'big':12345678901234567890}}",
                "{'type':'track','event':'購入 \\u00e9','anonymousId':'a','timestamp':'2026-03-01T10:59:00Z'}",
                "{'type':'identify','userId':'u','traits':{'email':'a@b.example'},'context':{'traits':{'x':null},'ip':'::1'}}",
                "{'type':'page','userId':'u','name':'Home','category':'C','properties':{'url':'/'},'sentAt':'2026-03-01T11:30:00Z'}",
                "{'type':'alias','userId':'u','previousId':'p'}",
                "{'type':'group','userId':'u','groupId':'g','traits':{'plan':[1,{'a':'b'}]}}"
            })
    void eventThatIsTakenAfterAllIsTheEventThatItWouldHaveBeen(String item) {
        Submission submission =
                (Submission)
                        Given.read(
                                new SegmentBatch(),
                                "{'batch':[%s],'context':{'library':{'name':'l'}},'sentAt':'2026-03-01T11:58:00Z'}"
                                        .formatted(item));
        Arrival arrival = arrival("m-new");
        Verdict.Accepted taken = (Verdict.Accepted) judge(submission, arrival);
        Verdict.Refused refused = (Verdict.Refused) planless(taken);

        RefusedEvent kept = RetrialJson.of(refused);
        Retrial retrial = RetrialJson.read(kept).orElseThrow();
        Submission again =
                new Submission(List.of(retrial.draft()), null, retrial.sentAt(), retrial.context());
        Arrival anew =
                new Arrival(
                        Given.SHOP,
                        Given.NOW,
                        Given.NOW,
                        retrial.resent(),
                        Duration.ofDays(1),
                        retrial::id,
                        retrial.sender(),
                        Suppressed.NOBODY,
                        retrial.history());
        Verdict.Accepted verdict = (Verdict.Accepted) judge(again, anew);
        assertEquals(json(taken), json(verdict));
        assertEquals(taken.key(), verdict.key());
    }

    @Test
    void eventOfAFileStaysHistoryHoweverYoungItIs() {
        Submission submission =
                (Submission)
                        Given.read(new SegmentBatch(), "{'batch':[{'type':'track','userId':'u'}]}");
        Arrival arrival =
                new Arrival(
                        Given.SHOP,
                        Given.NOW,
                        Given.NOW,
                        Resent.UNKNOWN,
                        Duration.ofDays(1),
                        () -> "id",
                        Sender.UNKNOWN,
                        Suppressed.NOBODY,
                        Arrival.History.ALL);
        Verdict.Refused refused = (Verdict.Refused) judge(submission, arrival);
        Retrial retrial = RetrialJson.read(RetrialJson.of(refused)).orElseThrow();
        assertEquals(Arrival.History.ALL, retrial.history());
    }

    @Test
    void eventThatWasTooLargeIsNotJudgedAnew() {
        Submission submission =
                (Submission)
                        Given.read(
                                new SegmentBatch(),
                                "{'batch':[{'type':'track','event':'E','userId':'u','a':'%s'}]}"
                                        .formatted("x".repeat(33_000)));
        RefusedEvent kept = RetrialJson.of((Verdict.Refused) judge(submission, arrival("id")));
        assertEquals(Optional.empty(), RetrialJson.read(kept));
        assertEquals(List.of("E", "id"), List.of(String.valueOf(kept.name()), kept.id()));
    }

    @Test
    void eventThatLacksAFieldIsRefusedAgainForTheSame() {
        Submission submission =
                (Submission)
                        Given.read(new SegmentBatch(), "{'batch':[{'type':'track','userId':'u'}]}");
        Verdict.Refused refused = (Verdict.Refused) judge(submission, arrival("id"));
        Retrial retrial = RetrialJson.read(RetrialJson.of(refused)).orElseThrow();
        Verdict again =
                judge(new Submission(List.of(retrial.draft()), null, null, null), arrival("other"));
        assertTrue(
                again instanceof Verdict.Refused told && told.flaw().equals(refused.flaw()),
                again.toString());
    }

    private static Arrival arrival(String id) {
        return new Arrival(
                Given.SHOP,
                Given.NOW,
                SECOND_ATTEMPT,
                Duration.ofDays(1),
                () -> id,
                BROWSER,
                Suppressed.NOBODY);
    }

    private static Verdict judge(Submission submission, Arrival arrival) {
        return Intake.judge(submission, arrival, new JsonObjects(), Limits.DEFAULT).getFirst();
    }

    private static Verdict planless(Verdict taken) {
        return PlanGate.judge(
                        List.of(taken), PlanMode.quarantine, _ -> List.of(new Breach("", "is new")))
                .getFirst();
    }

    private static String json(Verdict.Accepted taken) {
        return new String(EventJson.of(taken.event()), StandardCharsets.UTF_8);
    }
}
