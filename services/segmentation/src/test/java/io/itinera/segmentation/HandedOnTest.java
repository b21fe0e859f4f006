package io.itinera.segmentation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.itinera.contracts.activity.Merge;
import io.itinera.contracts.events.Event;
import io.itinera.segmentation.domain.identity.Grounds;
import io.itinera.segmentation.domain.identity.LedgerLine;
import io.itinera.segmentation.domain.people.PeopleRecord;
import java.time.Instant;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Who came by way of somebody who is there again. */
final class HandedOnTest {
    private static final Instant START = Instant.parse("2026-03-01T09:00:00Z");
    private static final UUID ANN = Partitions.customer("user", "ann");
    private static final UUID BOB = Partitions.customer("user", "bob");
    private static final UUID CID = Partitions.customer("user", "cid");
    private static final Grounds ASKED = new Grounds("r1", null, "mira", null);

    private final Partitions partitions = new Partitions(1, 1);
    private int told;

    private void does(String user) {
        Instant at = now();
        Event event = Deeds.did("e" + told, null, user, Map.of(), Map.of(), at);
        partitions.collect(Partitions.of(user), event);
        arrive();
    }

    private Instant now() {
        return START.plusSeconds(++told);
    }

    private void arrive() {
        partitions.run(new Random(told));
    }

    private void merge(UUID from, UUID into) {
        partitions.tell(from, new PeopleRecord.Found("w", new Merge(from, into), now(), ASKED));
        arrive();
    }

    @Test
    void ledgerSaysThatTheyArePartedTooWhoCameWithTheOneWhoIsThereAgain() {
        does("ann");
        does("bob");
        does("cid");
        merge(BOB, ANN);
        merge(CID, BOB);
        partitions.tell(BOB, new PeopleRecord.PartingAsked("w", BOB, now(), ASKED));
        arrive();
        assertEquals(
                Set.of(BOB, CID),
                partitions.everybody().ledger(ANN).stream()
                        .filter(line -> line.kind() == LedgerLine.Kind.UNMERGED)
                        .map(LedgerLine::from)
                        .collect(Collectors.toSet()));
    }
}
