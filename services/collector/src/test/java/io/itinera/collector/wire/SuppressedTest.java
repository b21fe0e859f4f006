package io.itinera.collector.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.itinera.collector.domain.Arrival;
import io.itinera.collector.domain.Limits;
import io.itinera.collector.domain.Reason;
import io.itinera.collector.domain.Resent;
import io.itinera.collector.domain.Sender;
import io.itinera.collector.domain.Verdict;
import io.itinera.contracts.Identities;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SuppressedTest {
    private static final Set<String> ERASED =
            Set.of(
                    Identities.USER + "|mira",
                    Identities.ANONYMOUS + "|phone",
                    Identities.EMAIL + "|mira@shop.example");

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

    /** The places of the events of a batch that are judged at all. */
    private static List<Integer> taken(String... events) {
        return judged(events).stream().map(Verdict::index).toList();
    }

    private static List<Verdict> judged(String... events) {
        Arrival arrival =
                new Arrival(
                        Given.SHOP,
                        Given.NOW,
                        Resent.UNKNOWN,
                        Duration.ofDays(1),
                        () -> "new-id",
                        Sender.UNKNOWN,
                        (kind, value) -> ERASED.contains(kind + "|" + value));
        return Given.judge(
                new SegmentBatch(),
                "{'batch':[" + String.join(",", events) + "]}",
                arrival,
                Limits.DEFAULT);
    }
}
