package io.itinera.segmentation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.itinera.conditions.InvalidCondition;
import io.itinera.contracts.definitions.IdentityRules;
import io.itinera.contracts.events.Event;
import io.itinera.segmentation.domain.customer.Resident;
import io.itinera.segmentation.domain.identity.LedgerLine;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Names that are one person's alone, by example. */
final class NameClaimsTest {
    private static final Instant START = Instant.parse("2026-03-01T09:00:00Z");
    private static final UUID ANN = Partitions.customer("user", "ann");
    private static final UUID BOB = Partitions.customer("user", "bob");
    private static final String ADDRESS = "ann@shop.example";
    private static final UUID BY_EMAIL = Partitions.customer("email", ADDRESS);
    private static final UUID BY_LINE = Partitions.customer("line", "U1");

    private final Partitions partitions = new Partitions(1, 1);
    private int told;

    private void unique(String... kinds) throws InvalidCondition {
        partitions.publish(new IdentityRules("w", List.of(kinds), START, "mira", Map.of()));
    }

    /** It happens, and everything that follows from it. */
    private void happens(@Nullable String user, Map<String, String> names) {
        Instant at = START.plusSeconds(++told);
        Event event = Deeds.did("e" + told, null, user, names, Map.of(), at);
        String key = user == null ? names.toString() : user;
        partitions.collect(Partitions.of(key), event);
        partitions.run(new Random(told));
    }

    private List<LedgerLine.Kind> ledger(UUID customer) {
        return partitions.everybody().ledger(customer).stream().map(LedgerLine::kind).toList();
    }

    @Test
    void firstUserWithANameHasWhatWasDoneUnderItAlone() throws InvalidCondition {
        unique("email");
        happens(null, Map.of("email", ADDRESS));
        happens("ann", Map.of("email", ADDRESS));
        happens(null, Map.of("email", ADDRESS));
        assertEquals(List.of("e3", "e2", "e1"), partitions.everybody().timeline(ANN));
        assertEquals(new Resident.Moved(ANN), partitions.everybody().resident(BY_EMAIL));
        assertEquals(List.of(LedgerLine.Kind.LINKED, LedgerLine.Kind.MERGED), ledger(ANN));
    }

    @Test
    void nameThatNobodyUsedAloneIsLinkedAndMergesNobody() throws InvalidCondition {
        unique("email");
        happens("ann", Map.of("email", ADDRESS));
        happens(null, Map.of("email", ADDRESS));
        assertEquals(List.of("e2", "e1"), partitions.everybody().timeline(ANN));
        assertEquals(List.of(LedgerLine.Kind.LINKED), ledger(ANN));
    }

    @Test
    void secondUserWithTheSameNameIsNotedAndNothingMerges() throws InvalidCondition {
        unique("email");
        happens("ann", Map.of("email", ADDRESS));
        happens("bob", Map.of("email", ADDRESS));
        happens(null, Map.of("email", ADDRESS));
        assertEquals(List.of("e2"), partitions.everybody().timeline(BOB));
        assertEquals(List.of("e3", "e1"), partitions.everybody().timeline(ANN));
        assertEquals(
                List.of(
                        List.of(LedgerLine.Kind.LINKED, LedgerLine.Kind.CLAIMED),
                        List.of(LedgerLine.Kind.CLAIMED)),
                List.of(ledger(ANN), ledger(BOB)));
    }

    @Test
    void nameIsNobodysAloneUntilTheWorkspaceSaysSo() {
        happens(null, Map.of("email", ADDRESS));
        happens("ann", Map.of("email", ADDRESS));
        assertEquals(
                List.of(List.of("e2"), List.of("e1")),
                List.of(
                        partitions.everybody().timeline(ANN),
                        partitions.everybody().timeline(BY_EMAIL)));
    }

    @Test
    void nameThatAUserHadBeforeTheRuleIsClaimedWhenItIsSaidAgain() throws InvalidCondition {
        happens(null, Map.of("email", ADDRESS));
        happens("ann", Map.of("email", ADDRESS));
        partitions.publish(
                new IdentityRules(
                        "w", List.of("email"), START.plusSeconds(told + 1), "mira", Map.of()));
        happens("ann", Map.of("email", ADDRESS));
        assertEquals(new Resident.Moved(ANN), partitions.everybody().resident(BY_EMAIL));
    }

    @Test
    void ofSeveralNamesTheFirstInTheWorkspacesOrderSaysWhoseItIs() throws InvalidCondition {
        unique("line", "email");
        happens(null, Map.of("email", ADDRESS, "line", "U1"));
        assertEquals(
                List.of(List.of("e1"), List.of()),
                List.of(
                        partitions.everybody().timeline(BY_LINE),
                        partitions.everybody().timeline(BY_EMAIL)));
    }
}
