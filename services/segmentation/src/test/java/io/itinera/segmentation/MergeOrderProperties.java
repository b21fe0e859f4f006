package io.itinera.segmentation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.itinera.contracts.activity.Activity;
import io.itinera.contracts.activity.ActivityRecord;
import io.itinera.contracts.activity.ActivityTick;
import io.itinera.contracts.activity.Merge;
import io.itinera.contracts.events.Event;
import io.itinera.contracts.events.EventType;
import io.itinera.contracts.events.Tick;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/**
 * One person with several devices and a server that speaks of them. Whatever partition is behind,
 * what each device did is told in its order, and a merge before what was done after it, even though
 * every turn ends after a single line of anybody's past.
 */
final class MergeOrderProperties {
    private static final Instant START = Instant.parse("2026-03-01T09:00:00Z");
    private static final Instant END = START.plusSeconds(3_600);
    private static final List<String> DEVICES = List.of("a", "b", "c");
    private static final int ONE_LINE = 1;
    private static final int ONE_PIECE = 1;
    private static final UUID ANN = Partitions.customer("user", "ann");

    private enum Kind {
        /** The device, without a name. */
        BROWSES,
        /** The device, with the person's name. */
        BUYS,
        /** The server, with the person's name. */
        REFUNDS,
        /** The server: that device is the person's. */
        CLAIMS
    }

    record Act(Kind kind, String device) {
        Event event(int number) {
            Instant at = START.plusMillis(number * 700L);
            String id = kind + "-" + device + "-" + number;
            return switch (kind) {
                case BROWSES -> event(id, EventType.track, device, null, null, at);
                case BUYS -> event(id, EventType.track, device, "ann", null, at);
                case REFUNDS -> event(id, EventType.track, null, "ann", null, at);
                case CLAIMS -> event(id, EventType.alias, null, "ann", device, at);
            };
        }

        private static Event event(
                String id,
                EventType type,
                @Nullable String device,
                @Nullable String user,
                @Nullable String previous,
                Instant at) {
            return new Event(
                    id, "w", type, "Did", device, user, previous, null, Map.of(), Map.of(),
                    Map.of(), Map.of(), at, at, "s", false, Map.of());
        }
    }

    /** What happened, and what was told of it. */
    private record Outcome(List<Event> events, Partitions partitions) {
        List<String> did(@Nullable String device) {
            return events.stream()
                    .filter(it -> String.valueOf(device).equals(String.valueOf(it.anonymousId())))
                    .map(Event::id)
                    .toList();
        }

        /** The ids of what a device did, as it was told of a customer. */
        List<String> told(UUID customer, @Nullable String device) {
            List<String> mine = did(device);
            return lines(customer).filter(mine::contains).toList();
        }

        Stream<String> lines(UUID customer) {
            return partitions.told().activities(customer).stream().map(MergeOrderProperties::line);
        }
    }

    @Property(tries = 1_000)
    void whatADeviceDidIsToldInItsOrder(@ForAll("acts") List<Act> acts, @ForAll Random random) {
        Outcome outcome = outcome(acts, random);
        for (String device : DEVICES) {
            List<String> told = new ArrayList<>(outcome.told(nameless(device), device));
            told.addAll(outcome.told(ANN, device));
            assertEquals(outcome.did(device), told);
        }
        assertEquals(outcome.did(null), outcome.told(ANN, null));
    }

    @Property(tries = 1_000)
    void mergeIsToldOnceAndBeforeWhatTheDeviceDidAfterIt(
            @ForAll("acts") List<Act> acts, @ForAll Random random) {
        Outcome outcome = outcome(acts, random);
        for (String device : DEVICES) {
            List<String> before = outcome.told(nameless(device), device);
            List<String> after = outcome.told(ANN, device);
            List<String> lines = outcome.lines(ANN).toList();
            String merge = mergeOf(device);
            boolean known =
                    acts.stream()
                            .anyMatch(
                                    it ->
                                            it.device().equals(device)
                                                    && (it.kind() == Kind.BUYS
                                                            || it.kind() == Kind.CLAIMS));
            long merges = !before.isEmpty() && known ? 1 : 0;
            assertEquals(merges, lines.stream().filter(merge::equals).count());
            Stream<String> claims =
                    lines.stream().filter(it -> it.startsWith(Kind.CLAIMS + "-" + device));
            if (merges == 1) {
                Stream.concat(after.stream(), claims)
                        .forEach(
                                it ->
                                        assertTrue(
                                                lines.indexOf(merge) < lines.indexOf(it),
                                                () -> merge + " after " + it + " in " + lines));
            }
        }
    }

    @Property(tries = 1_000)
    void timeNeverPassesWhatWaitsAndNothingWaitsForEver(
            @ForAll("acts") List<Act> acts, @ForAll Random random) {
        Outcome outcome = outcome(acts, random);
        Instant time = Instant.EPOCH;
        for (ActivityRecord record :
                outcome.partitions().told().on(Partitions.of(ANN.toString()))) {
            switch (record) {
                case ActivityTick tick -> time = tick.at();
                case Activity it -> {
                    Instant now = time;
                    assertFalse(
                            it.customer().equals(ANN) && it.at().isBefore(now),
                            () -> line(it) + " of " + it.at() + " after the time " + now);
                }
            }
        }
        assertEquals(END, time);
    }

    @Property(tries = 1_000)
    void pastIsWholeAndInOnePlaceHoweverItMoved(
            @ForAll("acts") List<Act> acts, @ForAll Random random) {
        Outcome outcome = outcome(acts, random);
        List<String> kept = new ArrayList<>(outcome.partitions().everybody().timeline(ANN));
        for (String device : DEVICES) {
            List<String> left = outcome.partitions().everybody().timeline(nameless(device));
            boolean moved = outcome.lines(ANN).anyMatch(mergeOf(device)::equals);
            assertEquals(
                    moved ? List.of() : outcome.told(nameless(device), device).reversed(), left);
            kept.addAll(left);
        }
        List<String> did = outcome.events().stream().map(Event::id).sorted().toList();
        assertEquals(did, kept.stream().sorted().toList());
    }

    @Property(tries = 1_000)
    void originIsWhoItWasBeforeAnyMerge(@ForAll("acts") List<Act> acts, @ForAll Random random) {
        Outcome outcome = outcome(acts, random);
        List<UUID> merged =
                outcome.partitions().told().activities(ANN).stream()
                        .filter(it -> it.merge() != null)
                        .map(it -> it.merge().from())
                        .toList();
        for (Activity it : outcome.partitions().told().activities(ANN)) {
            assertTrue(
                    it.origin().equals(ANN) || merged.contains(it.origin()),
                    () -> line(it) + " is of nobody who became this customer");
        }
    }

    @Provide
    Arbitrary<List<Act>> acts() {
        return Combinators.combine(Arbitraries.of(Kind.class), Arbitraries.of(DEVICES))
                .as(Act::new)
                .list()
                .ofMaxSize(25);
    }

    private static Outcome outcome(List<Act> acts, Random random) {
        Partitions partitions = new Partitions(ONE_LINE, ONE_PIECE);
        List<Event> events = new ArrayList<>();
        for (Act act : acts) {
            Event event = act.event(events.size());
            events.add(event);
            String key = event.anonymousId() == null ? "ann" : event.anonymousId();
            partitions.collect(Partitions.of(key), event);
            tick(partitions, event.receivedAt());
        }
        partitions.run(random);
        tick(partitions, END);
        partitions.runInPeace(random);
        return new Outcome(events, partitions);
    }

    private static void tick(Partitions partitions, Instant at) {
        for (int i = 0; i < Partitions.COUNT; i++) {
            partitions.collect(i, new Tick(at, i));
        }
    }

    private static String mergeOf(String device) {
        return new Merge(nameless(device), ANN).toString();
    }

    private static UUID nameless(String device) {
        return Partitions.customer("anonymous", device);
    }

    private static String line(Activity it) {
        if (it.merge() != null) {
            return it.merge().toString();
        }
        return it.event() == null ? it.id() : it.event().id();
    }
}
