package io.itinera.segmentation.domain.customer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.itinera.contracts.activity.ActivityCause;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Standings are what a sorted map with the same entries is, and say of all what each says. */
final class StandingsProperties {
    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");

    /** By segment; 0 ends a standing. */
    @Provide
    Arbitrary<Map<String, Integer>> changes() {
        return Arbitraries.maps(
                        Arbitraries.integers().between(0, 30).map(it -> "s" + it),
                        Arbitraries.integers().between(0, 6))
                .ofMaxSize(20);
    }

    private static Standing standing(int kind) {
        return new Standing(
                kind,
                kind % 2 == 0,
                START,
                ActivityCause.event,
                kind % 3 == 0 ? START.plusSeconds(kind) : null);
    }

    private static SortedMap<String, Standing> changed(Map<String, Integer> changes) {
        SortedMap<String, Standing> changed = new TreeMap<>();
        changes.forEach((segment, kind) -> changed.put(segment, kind == 0 ? null : standing(kind)));
        return changed;
    }

    private static SortedMap<String, Standing> model(
            SortedMap<String, Standing> before, SortedMap<String, Standing> changed) {
        SortedMap<String, Standing> after = new TreeMap<>(before);
        after.putAll(changed);
        after.values().removeIf(Objects::isNull);
        return after;
    }

    @Property
    void changedStandingsAreWhatAMapIs(
            @ForAll("changes") Map<String, Integer> first,
            @ForAll("changes") Map<String, Integer> second) {
        SortedMap<String, Standing> model = model(new TreeMap<>(), changed(first));
        Standings before = Standings.of(new TreeMap<>(model));
        model = model(model, changed(second));
        Standings after = before.with(changed(second));
        assertEquals(
                List.of(model, memberships(model), firstChange(model)),
                List.of(new TreeMap<>(after), after.memberships(), after.firstChange()));
        assertEquals(model, after);
    }

    private static List<String> memberships(SortedMap<String, Standing> model) {
        return model.entrySet().stream()
                .filter(each -> each.getValue().member())
                .map(Map.Entry::getKey)
                .collect(Collectors.toList());
    }

    private static Optional<Instant> firstChange(SortedMap<String, Standing> model) {
        return model.values().stream()
                .map(Standing::changesAt)
                .filter(Objects::nonNull)
                .min(Instant::compareTo);
    }

    @Property
    void whatChangedSinceMakesTheLaterOfTheEarlier(
            @ForAll("changes") Map<String, Integer> first,
            @ForAll("changes") Map<String, Integer> second) {
        Standings before = Standings.NONE.with(changed(first));
        Standings after = before.with(changed(second));
        int enough = before.size() + after.size();
        Optional<SortedMap<String, Standing>> since = after.since(before, enough);
        assertEquals(Optional.of(after), since.map(before::with));
    }

    @Property
    void moreChangesThanWantedAreNotTold(
            @ForAll("changes") Map<String, Integer> first,
            @ForAll("changes") Map<String, Integer> second) {
        Standings before = Standings.NONE.with(changed(first));
        Standings after = before.with(changed(second));
        long different =
                after.entrySet().stream()
                        .filter(each -> !each.getValue().equals(before.get(each.getKey())))
                        .count();
        long ended = before.keySet().stream().filter(each -> !after.containsKey(each)).count();
        int enough = Math.toIntExact(different + ended);
        assertEquals(
                List.of(false, true),
                List.of(
                        after.since(before, enough - 1).isPresent(),
                        after.since(before, enough).isPresent()));
    }
}
