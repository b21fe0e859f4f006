package io.itinera.segmentation.domain.customer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.itinera.contracts.outcomes.Outcome;
import io.itinera.contracts.outcomes.WayOut;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Where somebody stands with a journey, against a plain count of what was told of its runs. */
final class ItineraryProperties {
    private static final UUID ANN = new UUID(1, 1);

    /**
     * Told in any order, some of it twice and some of it to another customer who turns out to be
     * the same, it comes to what a count over all of it gives.
     */
    @Property(tries = 1_000)
    void orderAndRepetitionChangeNothing(
            @ForAll @Size(max = Progress.MAX_OVER) List<WayOut> over,
            @ForAll @IntRange(max = 4) int live,
            @ForAll Random random) {
        List<Outcome> told = told(over, live);
        told.addAll(told.subList(0, random.nextInt(told.size() + 1)));
        Collections.shuffle(told, random);
        int half = random.nextInt(told.size() + 1);
        Customer one = knowing(told.subList(0, half));
        Customer other = knowing(told.subList(half, told.size()));
        Progress progress = progress(Rebuilding.with(one, other));
        long finished = over.stream().filter(way -> way != WayOut.merged).count();
        assertEquals(
                List.of(live > 0, finished, over.size() + live),
                List.of(progress.in(), progress.finished(), progress.runs().size()));
    }

    /** However many runs there were, a few are kept and all are counted; told again, too. */
    @Property(tries = 300)
    void manyRunsAreCountedAndFewAreKept(
            @ForAll @Size(max = 60) List<WayOut> over, @ForAll @IntRange(max = 60) int live) {
        List<Outcome> told = told(over, live);
        Customer known = knowing(told);
        Progress progress = progress(known);
        long finished = over.stream().filter(way -> way != WayOut.merged).count();
        assertEquals(finished, progress.finished());
        assertTrue(progress.runs().size() <= Progress.MAX_OVER + Progress.MAX_LIVE);
        assertEquals(progress, progress(Rebuilding.with(known, entries(told))));
    }

    @Property(tries = 50)
    void journeysThatAreOverForLongestMakeRoom(@ForAll @IntRange(min = 1, max = 150) int journeys) {
        Itinerary itinerary = new Itinerary(new TreeMap<>());
        for (int i = 0; i < journeys; i++) {
            UUID journey = new UUID(3, i);
            Outcome left =
                    Travels.left(ANN, ANN, Travels.run(i), at(i), at(i + 1), WayOut.finished);
            itinerary.learn(Travels.of(journey, left));
        }
        assertEquals(Math.min(journeys, Itinerary.MAX_JOURNEYS), itinerary.progress().size());
        assertTrue(itinerary.progress().containsKey(new UUID(3, journeys - 1)));
    }

    private static List<Outcome> told(List<WayOut> over, int live) {
        List<Outcome> told = new ArrayList<>();
        for (int i = 0; i < over.size(); i++) {
            told.add(Travels.entered(ANN, Travels.run(i), at(2 * i)));
            told.add(Travels.left(ANN, ANN, Travels.run(i), at(2 * i), at(2 * i + 1), over.get(i)));
        }
        for (int i = 0; i < live; i++) {
            told.add(Travels.entered(ANN, Travels.run(100 + i), at(500 + i)));
        }
        return told;
    }

    private static Customer knowing(List<Outcome> told) {
        return Rebuilding.with(Customer.unknown("w", ANN), entries(told));
    }

    private static List<Entry> entries(List<Outcome> told) {
        return told.stream().map(it -> new Entry(ANN, new Happening.Underwent(it))).toList();
    }

    private static Progress progress(Customer customer) {
        return customer.journeys().getOrDefault(Travels.JOURNEY, Progress.NONE);
    }

    private static Instant at(int seconds) {
        return Lives.START.plusSeconds(seconds);
    }
}
