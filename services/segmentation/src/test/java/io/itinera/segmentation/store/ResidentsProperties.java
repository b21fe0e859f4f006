package io.itinera.segmentation.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.itinera.contracts.activity.ActivityCause;
import io.itinera.segmentation.domain.customer.Customer;
import io.itinera.segmentation.domain.customer.Resident;
import io.itinera.segmentation.domain.customer.Standing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;

/**
 * However standings change, and whoever forgets them meanwhile, they are found as they were kept.
 */
final class ResidentsProperties {
    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
    private static final UUID ANN = new UUID(1, 1);
    private static final int SEGMENTS = 3 * Settled.MOST_LATELY;

    /** Some standings that change at once; without a version they end. */
    record Step(List<Integer> segments, Optional<Integer> version) {}

    @Provide
    Arbitrary<List<Step>> steps() {
        Arbitrary<List<Integer>> segments =
                Arbitraries.integers().between(0, SEGMENTS - 1).list().ofMinSize(1).ofMaxSize(40);
        Arbitrary<Optional<Integer>> version =
                Arbitraries.integers()
                        .between(1, 5)
                        .map(Optional::of)
                        .injectNull(0.2)
                        .map(it -> it == null ? Optional.<Integer>empty() : it);
        return Combinators.combine(segments, version).as(Step::new).list().ofMaxSize(30);
    }

    @Property(tries = 300)
    void residentsAreFoundAsTheyWereKept(@ForAll("steps") List<Step> steps) {
        KeyValueStore<Bytes, byte[]> store = Stores.inMemoryKeyValueStore("customers").get();
        Residents remembering = new Residents(store);
        SortedMap<String, Standing> standings = new TreeMap<>();
        List<Resident> kept = new ArrayList<>();
        List<Resident> found = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            change(standings, steps.get(i), i);
            Customer ann =
                    Customer.unknown("w", ANN)
                            .goingOn(new TreeMap<>(standings), i, START.plusSeconds(i));
            Residents writing = i % 3 == 0 ? new Residents(store) : remembering;
            writing.put("w", ANN, Residents.Stored.planned(ann));
            remembering = writing;
            kept.addAll(List.of(ann, ann, ann));
            found.add(remembering.find("w", ANN).resident());
            found.add(new Residents(store).find("w", ANN).resident());
            found.add(CustomerView.copy(store).after("w", null, 1).customers().getFirst());
        }
        assertEquals(kept, found);
    }

    private static void change(SortedMap<String, Standing> standings, Step step, int at) {
        for (int segment : step.segments()) {
            String name = new UUID(7, segment).toString();
            if (step.version().isEmpty()) {
                standings.remove(name);
            } else {
                int version = step.version().get();
                standings.put(
                        name,
                        new Standing(
                                version,
                                segment % 2 == 0,
                                START.plusSeconds(at),
                                ActivityCause.event,
                                version % 2 == 0 ? START.plusSeconds(at + version) : null));
            }
        }
    }
}
