package io.itinera.segmentation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.itinera.conditions.InvalidCondition;
import io.itinera.contracts.condition.Condition;
import io.itinera.contracts.condition.Operand;
import io.itinera.contracts.condition.Test;
import io.itinera.contracts.condition.Times;
import io.itinera.contracts.definitions.SegmentDefinition;
import io.itinera.contracts.definitions.SegmentHead;
import io.itinera.contracts.events.Event;
import io.itinera.contracts.events.EventType;
import io.itinera.contracts.events.Tick;
import io.itinera.contracts.outcomes.Outcome;
import io.itinera.contracts.outcomes.OutcomeName;
import io.itinera.segmentation.domain.customer.Customer;
import io.itinera.segmentation.domain.identity.LedgerLine;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * Two people whom somebody takes for one, and who are told apart again. Whatever they do before,
 * meanwhile and after, and whatever partition is behind, in the end each is as if nobody had ever
 * taken them for one.
 */
final class UnmergeProperties {
    private static final Instant START = Instant.parse("2026-03-01T09:00:00Z");
    private static final UUID ANN = Partitions.customer("user", "ann");
    private static final UUID BOB = Partitions.customer("user", "bob");
    private static final UUID FEW = new UUID(5, 5);
    private static final UUID ON = new UUID(6, 6);
    private static final List<LedgerLine.Kind> MERGED_AND_PARTED =
            List.of(LedgerLine.Kind.MERGED, LedgerLine.Kind.UNMERGED);

    private enum Kind {
        BUYS(EventType.track),
        /** They say what plan they are on. */
        SAYS(EventType.identify),
        /** They belong to an account, and say what plan it is on. */
        JOINS(EventType.group);

        private final EventType type;

        Kind(EventType type) {
            this.type = type;
        }
    }

    /**
     * Something that one of them does.
     *
     * @param user who
     * @param kind what
     * @param late by how many times some seconds it happened before it is told
     */
    record Act(String user, Kind kind, int late) {
        Event event(int number) {
            Instant at = START.plusSeconds(10L * number);
            return new Event(
                    "e" + number,
                    "w",
                    kind.type,
                    kind == Kind.BUYS ? "Bought" : "$" + kind.type,
                    "d-" + user,
                    user,
                    null,
                    kind == Kind.JOINS ? "of-" + number % 3 : null,
                    Map.of(),
                    Map.of(),
                    kind == Kind.BUYS
                            ? Map.of()
                            : Map.of("plan", "p" + number % 3, "of-" + user, number),
                    Map.of(),
                    at.minusMillis(late * 7_001L),
                    at,
                    "s",
                    false,
                    Map.of());
        }
    }

    /** All that can be the same again of a customer. */
    record Known(
            Object identities,
            Object traits,
            Object consents,
            Object accounts,
            Object seen,
            long events,
            Object segments,
            List<String> timeline) {
        static Known of(Partitions partitions, UUID customer) {
            if (!(partitions.everybody().resident(customer) instanceof Customer it)) {
                return new Known("gone", "", "", "", "", 0, "", List.of());
            }
            TreeSet<String> in = new TreeSet<>();
            it.standings()
                    .forEach(
                            (segment, standing) -> {
                                if (standing.member()) {
                                    in.add(segment);
                                }
                            });
            return new Known(
                    it.identities(),
                    it.traits(),
                    it.consents(),
                    it.accounts(),
                    String.valueOf(it.firstSeen()) + it.lastSeen(),
                    it.events(),
                    in,
                    partitions.everybody().timeline(customer));
        }
    }

    @Property(tries = 500)
    void mergeAndItsUnmergeLeaveWhatWas(
            @ForAll("acts") List<Act> before,
            @ForAll("acts") List<Act> meanwhile,
            @ForAll("acts") List<Act> after,
            @ForAll Random random)
            throws InvalidCondition {
        List<Act> all = new ArrayList<>(before);
        all.addAll(meanwhile);
        all.addAll(after);
        Partitions never = people();
        play(never, all, 0);
        never.runInPeace(random);

        Partitions once = people();
        play(once, before, 0);
        ask(once, "m", OutcomeName.MERGE_ASKED, before.size());
        play(once, meanwhile, before.size());
        once.run(random);
        ask(once, "u", OutcomeName.UNMERGE_ASKED, before.size() + meanwhile.size());
        play(once, after, before.size() + meanwhile.size());
        once.run(random);

        assertEquals(
                List.of(Known.of(never, ANN), Known.of(never, BOB), MERGED_AND_PARTED),
                List.of(Known.of(once, ANN), Known.of(once, BOB), found(once)));
        assertEquals(belongings(never), belongings(once));
    }

    /** Who belongs to each account, and how many it is said to have. */
    private static List<String> belongings(Partitions partitions) {
        return IntStream.range(0, 3)
                .mapToObj(number -> "of-" + number)
                .map(
                        it ->
                                partitions.everybody().members(it)
                                        + " "
                                        + partitions.everybody().account(it).size())
                .toList();
    }

    @Property(tries = 300)
    void whatIsToldOfSegmentsAddsUpToWhereTheyStand(
            @ForAll("acts") List<Act> before,
            @ForAll("acts") List<Act> meanwhile,
            @ForAll Random random)
            throws InvalidCondition {
        Partitions partitions = people();
        play(partitions, before, 0);
        ask(partitions, "m", OutcomeName.MERGE_ASKED, before.size());
        play(partitions, meanwhile, before.size());
        partitions.run(random);
        ask(partitions, "u", OutcomeName.UNMERGE_ASKED, before.size() + meanwhile.size());
        partitions.run(random);
        for (UUID customer : List.of(ANN, BOB)) {
            TreeSet<String> told = new TreeSet<>();
            partitions
                    .told()
                    .activities(customer)
                    .forEach(
                            it -> {
                                it.entered().forEach(change -> told.add(change.segment()));
                                it.left().forEach(change -> told.remove(change.segment()));
                            });
            assertEquals(Known.of(partitions, customer).segments(), told);
        }
    }

    /** What Ann's ledger says of Bob. */
    private static List<LedgerLine.Kind> found(Partitions partitions) {
        return partitions.everybody().ledger(ANN).stream()
                .filter(line -> line.from().equals(BOB))
                .map(LedgerLine::kind)
                .toList();
    }

    /** One line, and one piece of work, at a time. */
    private static Partitions people() throws InvalidCondition {
        Partitions partitions = new Partitions(1, 1);
        Condition few = new Condition.Performed("Bought", new Times(2, 3), null, null);
        partitions.publish(new SegmentDefinition(FEW, 1, "w", "few", few, START, Map.of()));
        partitions.publish(new SegmentHead(FEW, "w", 1, false));
        Condition on = new Condition.Account("plan", new Test.Equals(new Operand.Literal("p1")));
        partitions.publish(new SegmentDefinition(ON, 1, "w", "on a plan", on, START, Map.of()));
        partitions.publish(new SegmentHead(ON, "w", 1, false));
        partitions.turnsOf(Integer.MAX_VALUE);
        for (int i = 0; i < Partitions.COUNT; i++) {
            partitions.collect(i, new Tick(START.minusSeconds(1), i));
        }
        partitions.runInPeace(new Random(1));
        partitions.turnsOf(1);
        return partitions;
    }

    private static void play(Partitions partitions, List<Act> acts, int from) {
        for (int i = 0; i < acts.size(); i++) {
            Event event = acts.get(i).event(from + i);
            partitions.collect(Partitions.of(event.anonymousId()), event);
        }
    }

    private static void ask(Partitions partitions, String id, OutcomeName name, int number) {
        Outcome asked =
                new Outcome(
                        id,
                        "w",
                        BOB,
                        name,
                        Map.of("into", ANN.toString(), "by", "mira"),
                        START.plusSeconds(10L * number),
                        null,
                        0,
                        Map.of());
        partitions.take(asked);
    }

    @Provide
    Arbitrary<List<Act>> acts() {
        return Combinators.combine(
                        Arbitraries.of("ann", "bob"),
                        Arbitraries.of(Kind.class),
                        Arbitraries.integers().between(0, 40))
                .as(Act::new)
                .list()
                .ofMaxSize(12);
    }
}
