package io.itinera.collector.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.itinera.collector.domain.Arrival;
import io.itinera.collector.domain.Limits;
import io.itinera.collector.domain.Reason;
import io.itinera.collector.domain.Resent;
import io.itinera.collector.domain.Sender;
import io.itinera.collector.domain.Suppressed;
import io.itinera.collector.domain.Verdict;
import io.itinera.contracts.Identities;
import io.itinera.contracts.events.Event;
import io.itinera.contracts.events.SaidIdentities;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SuppressedTest {
    private static final Set<String> ERASED =
            Set.of(
                    Identities.USER + "|mira",
                    Identities.ANONYMOUS + "|phone",
                    Identities.EMAIL + "|mira@shop.example");

    private static final String WHO =
            "'type':'identify','userId':'ken','anonymousId':'tablet',"
                    + "'traits':{'email':'ken@shop.example'}";

    /** Of the event itself, and of all events of its request. */
    private static final List<String> EVERY_PLACE =
            List.of(
                    "{'batch':[{%s,'context':{'externalIds':[{'id':'U1','type':'line'}]}}]}"
                            .formatted(WHO),
                    "{'batch':[{%s,'context':{'externalId':[{'type':'ga_client','id':'1.2'}]}}]}"
                            .formatted(WHO),
                    "{'batch':[{%s,'context':{'device':{'token':'t0k','n':1.5}}}]}".formatted(WHO),
                    "{'batch':[{%s}],'context':{'device':{'token':'t0k'}}}".formatted(WHO));

    @Test
    void eventOfASuppressedIdentityComesToNothingByWhicheverOfItsIds() {
        assertEquals(List.of(), taken("{'type':'track','event':'E','userId':'mira'}"));
        assertEquals(List.of(), taken("{'type':'page','anonymousId':'phone','userId':'ken'}"));
        assertEquals(List.of(), taken("{'type':'alias','userId':'ken','previousId':'mira'}"));
        assertEquals(List.of(), taken("{'type':'alias','userId':'ken','previousId':'phone'}"));
        assertEquals(
                List.of(),
                taken("{'type':'identify','userId':'ken','traits':{'email':'mira@shop.example'}}"));
        assertEquals(
                List.of(), taken("{'type':'identify','traits':{'email':'mira@shop.example'}}"));
    }

    @Test
    void itIsNotRefusedEither() {
        assertEquals(List.of(), taken("{'type':'track','userId':'mira'}"));
    }

    @Test
    void othersAroundItKeepTheirPlaces() {
        assertEquals(
                List.of(0, 2),
                taken(
                        "{'type':'track','event':'E','userId':'ken'}",
                        "{'type':'track','event':'E','userId':'mira'}",
                        "{'type':'track','userId':'ken'}"));
    }

    @Test
    void eventThatCannotBeReadIsRefusedAloneWhileSomebodyIsSuppressed() {
        String digits = "1".repeat(1_001);
        String levels = "[".repeat(1_100) + "]".repeat(1_100);
        String name = "n".repeat(50_001);
        List<Verdict> verdicts =
                judged(
                        "{'type':'track','event':'E','userId':'ken'}",
                        "{'type':'identify','userId':'ken','traits':{'n':%s}}".formatted(digits),
                        "{'type':'identify','userId':'ken','traits':{'n':%s}}".formatted(levels),
                        "{'type':'identify','userId':'ken','traits':{'%s':1}}".formatted(name));
        assertInstanceOf(Verdict.Accepted.class, verdicts.getFirst());
        assertEquals(
                List.of(Reason.INVALID_NUMBER, Reason.TOO_DEEP, Reason.EVENT_TOO_LARGE),
                verdicts.subList(1, 4).stream().map(Given::reason).toList());
    }

    @Test
    void flawedEventOfASuppressedIdentityComesToNothing() {
        String digits = "1".repeat(1_001);
        assertEquals(
                List.of(),
                taken("{'type':'identify','userId':'mira','traits':{'n':%s}}".formatted(digits)));
    }

    /** Whatever segmentation links them by, in the words of any client. */
    @Test
    void eachIdentityOfWhatIsTakenKeepsItAwayOnceItIsSuppressed() {
        List<String> kinds = new ArrayList<>();
        for (String batch : EVERY_PLACE) {
            Event event = Given.event(judged(batch, Suppressed.NOBODY).getFirst());
            SaidIdentities.each(
                    event,
                    (kind, value) -> {
                        kinds.add(kind);
                        Suppressed one = (aKind, it) -> aKind.equals(kind) && it.equals(value);
                        assertEquals(List.of(), judged(batch, one), kind + " in " + batch);
                    });
        }
        assertEquals(
                Set.of("user", "anonymous", "email", "line", "ga_client", "device_token"),
                Set.copyOf(kinds));
    }

    @Test
    void externalIdOfAnotherKindIsAnotherIdentity() {
        Suppressed fax = (kind, value) -> kind.equals("fax") && value.equals("U1");
        assertEquals(1, judged(EVERY_PLACE.getFirst(), fax).size());
    }

    /** The places of the events of a batch that are judged at all. */
    private static List<Integer> taken(String... events) {
        return judged(events).stream().map(Verdict::index).toList();
    }

    private static List<Verdict> judged(String... events) {
        return judged(
                "{'batch':[" + String.join(",", events) + "]}",
                (kind, value) -> ERASED.contains(kind + "|" + value));
    }

    private static List<Verdict> judged(String batch, Suppressed suppressed) {
        Arrival arrival =
                new Arrival(
                        Given.SHOP,
                        Given.NOW,
                        Resent.UNKNOWN,
                        Duration.ofDays(1),
                        () -> "new-id",
                        Sender.UNKNOWN,
                        suppressed);
        return Given.judge(new SegmentBatch(), batch, arrival, Limits.DEFAULT);
    }
}
