package io.itinera.collector.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.itinera.collector.domain.Arrival;
import io.itinera.collector.domain.Limits;
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

    /** The places of the events of a batch that are judged at all. */
    private static List<Integer> taken(String... events) {
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
                        Limits.DEFAULT)
                .stream()
                .map(Verdict::index)
                .toList();
    }
}
