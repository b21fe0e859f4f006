package io.itinera.segmentation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.itinera.conditions.InvalidCondition;
import io.itinera.contracts.condition.Condition;
import io.itinera.contracts.definitions.SegmentDefinition;
import io.itinera.contracts.definitions.SegmentHead;
import io.itinera.contracts.events.Event;
import io.itinera.contracts.events.EventType;
import io.itinera.contracts.outcomes.Outcome;
import io.itinera.contracts.outcomes.OutcomeName;
import io.itinera.contracts.outcomes.WayOut;
import io.itinera.segmentation.domain.customer.Customer;
import io.itinera.segmentation.domain.customer.Progress;
import io.itinera.segmentation.domain.customer.Travels;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;

/**
 * Runs of two people who are taken for one, and told apart again, as journeys tell of them:
 * whatever partition is behind, each stands with the journey as the list of runs says.
 */
final class JourneyMergeProperties {
    private static final Instant START = Instant.parse("2026-03-01T09:00:00Z");
    private static final UUID ANN = Partitions.customer("user", "ann");
    private static final UUID BOB = Partitions.customer("user", "bob");
    private static final UUID INSIDE = new UUID(5, 5);
    private static final UUID DONE = new UUID(5, 6);

    /** When a run ends. */
    enum End {
        BEFORE(100),
        MERGED(300),
        AFTER(500),
        NEVER(Integer.MAX_VALUE);

        private final int seconds;

        End(int seconds) {
            this.seconds = seconds;
        }
    }

    /**
     * A run that began before anybody was taken for anybody.
     *
     * @param ann whether it is Ann's, else Bob's
     * @param end when it ends
     * @param late whether its beginning is read after the merge was asked for
     */
    record Trip(boolean ann, End end, boolean late) {
        UUID origin() {
            return ann ? ANN : BOB;
        }
    }

    /** How somebody stands: in a run, how many have finished, and the segments that say so. */
    record Stand(boolean in, long finished, Set<UUID> segments) {
        static Stand of(boolean in, long finished) {
            Set<UUID> segments = new TreeSet<>();
            if (in) {
                segments.add(INSIDE);
            }
            if (finished > 0) {
                segments.add(DONE);
            }
            return new Stand(in, finished, segments);
        }

        static Stand of(Partitions partitions, UUID customer) {
            Customer known = (Customer) partitions.everybody().resident(customer);
            Progress progress = known.journeys().getOrDefault(Travels.JOURNEY, Progress.NONE);
            Set<UUID> segments = new TreeSet<>();
            new TreeMap<>(known.standings())
                    .forEach(
                            (segment, standing) -> {
                                if (standing.member()) {
                                    segments.add(UUID.fromString(segment));
                                }
                            });
            return new Stand(progress.in(), progress.finished(), segments);
        }
    }

    @Property(tries = 300)
    void runsAreThePersonsWhoeverTheyTurnOutToBe(
            @ForAll("trips") List<Trip> trips,
            @ForAll @IntRange(max = 2) int repeated,
            @ForAll Random random)
            throws InvalidCondition {
        Partitions partitions = people();
        begin(partitions, trips, false);
        end(partitions, trips, End.BEFORE, null, repeated);
        partitions.run(random);
        ask(partitions, "m", OutcomeName.MERGE_ASKED, 200);
        begin(partitions, trips, true);
        partitions.run(random);
        end(partitions, trips, End.MERGED, ANN, repeated);
        partitions.run(random);
        assertEquals(
                Stand.of(
                        trips.stream().anyMatch(it -> it.end().compareTo(End.MERGED) > 0),
                        trips.stream().filter(it -> it.end().compareTo(End.AFTER) < 0).count()),
                Stand.of(partitions, ANN));

        ask(partitions, "u", OutcomeName.UNMERGE_ASKED, 400);
        partitions.run(random);
        end(partitions, trips, End.AFTER, ANN, repeated);
        partitions.run(random);
        assertEquals(
                List.of(
                        Stand.of(
                                trips.stream().anyMatch(it -> it.end() == End.NEVER),
                                trips.stream()
                                        .filter(it -> it.end() != End.NEVER)
                                        .filter(it -> it.ann() || it.end() == End.AFTER)
                                        .count()),
                        Stand.of(
                                false,
                                trips.stream()
                                        .filter(it -> !it.ann())
                                        .filter(it -> it.end().compareTo(End.AFTER) < 0)
                                        .count())),
                List.of(Stand.of(partitions, ANN), Stand.of(partitions, BOB)));
    }

    private static void begin(Partitions partitions, List<Trip> trips, boolean late) {
        for (int i = 0; i < trips.size(); i++) {
            if (trips.get(i).late() == late) {
                partitions.take(Travels.entered(trips.get(i).origin(), Travels.run(i), at(i)));
            }
        }
    }

    /** Journeys tell of whoever has the run now; some of it twice. */
    private static void end(
            Partitions partitions, List<Trip> trips, End end, @Nullable UUID holder, int repeated) {
        for (int i = 0; i < trips.size(); i++) {
            Trip trip = trips.get(i);
            if (trip.end() != end) {
                continue;
            }
            Outcome left =
                    Travels.left(
                            holder == null ? trip.origin() : holder,
                            trip.origin(),
                            Travels.run(i),
                            at(i),
                            at(end.seconds + i),
                            WayOut.finished);
            for (int times = 0; times <= repeated; times++) {
                partitions.take(left);
            }
        }
    }

    private static Partitions people() throws InvalidCondition {
        Partitions partitions = new Partitions(1, 1);
        publish(partitions, INSIDE, Condition.Journey.State.in);
        publish(partitions, DONE, Condition.Journey.State.finished);
        for (String user : List.of("ann", "bob")) {
            partitions.collect(Partitions.of("d-" + user), event(user));
        }
        partitions.runInPeace(new Random(0));
        return partitions;
    }

    private static void publish(Partitions partitions, UUID segment, Condition.Journey.State state)
            throws InvalidCondition {
        Condition asking = new Condition.Journey(Travels.JOURNEY, state);
        partitions.publish(
                new SegmentDefinition(segment, 1, "w", state.name(), asking, START, Map.of()));
        partitions.publish(new SegmentHead(segment, "w", 1, false));
    }

    private static Event event(String user) {
        return new Event(
                "e-" + user,
                "w",
                EventType.track,
                "Viewed",
                "d-" + user,
                user,
                null,
                null,
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                START,
                START,
                "s",
                false,
                Map.of());
    }

    private static void ask(Partitions partitions, String id, OutcomeName name, int seconds) {
        partitions.take(
                new Outcome(
                        id,
                        "w",
                        BOB,
                        name,
                        Map.of("into", ANN.toString(), "by", "mira"),
                        at(seconds),
                        null,
                        0,
                        Map.of()));
    }

    private static Instant at(int seconds) {
        return START.plusSeconds(seconds);
    }

    @Provide
    Arbitrary<List<Trip>> trips() {
        Arbitrary<Boolean> either = Arbitraries.of(true, false);
        return Combinators.combine(either, Arbitraries.of(End.class), either)
                .as(Trip::new)
                .list()
                .ofMaxSize(Progress.MAX_OVER);
    }
}
