package io.itinera.segmentation.domain.customer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.itinera.contracts.activity.Activity;
import io.itinera.contracts.attribute.AttributeRule;
import io.itinera.contracts.attribute.AttributeRule.Computed.Of;
import io.itinera.contracts.attribute.DateSource;
import io.itinera.contracts.condition.Window;
import io.itinera.contracts.events.EventType;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;

final class AttributesProperties {
    private static final int SECONDS = 40;
    private static final String TRAIT = "made";

    /**
     * A purchase.
     *
     * @param occurred the second at which it happened; no two are the same
     * @param late how many seconds later it was told
     * @param value what it has
     */
    record Bought(int occurred, int late, Object value) {
        int told() {
            return occurred + late;
        }
    }

    /** At each second the trait is what counting by hand gives: none early, none late. */
    @Property(tries = 1_000)
    void computedTraitIsWhatCountingByHandGivesAtEachSecond(
            @ForAll("purchases") List<Bought> purchases,
            @ForAll Of of,
            @ForAll("window") Optional<Integer> window) {
        Lives life = Lives.with(Lives.attribute(TRAIT, rule(of, window)));
        life.happened(Lives.track("first", "Viewed", Lives.START));
        for (int second = 1; second <= 2 * SECONDS; second++) {
            tell(purchases, second, life);
            Instant now = Lives.START.plusSeconds(second);
            life.take(new Input.TimePassed(), now);

            assertEquals(
                    said(byHand(purchases, second, of, window)),
                    said(life.customer().traitValues().get(TRAIT)),
                    "at second " + second);
        }
    }

    /** However rarely time is told, each change of a trait is told once and with its own time. */
    @Property(tries = 300)
    void lateTicksTellTheSameChanges(
            @ForAll("purchases") List<Bought> purchases,
            @ForAll Of of,
            @ForAll @IntRange(min = 1, max = 25) int window,
            @ForAll @IntRange(min = 2, max = 30) int every) {
        AttributeRule rule = rule(of, Optional.of(window));
        assertEquals(changes(purchases, rule, 1), changes(purchases, rule, every));
    }

    /**
     * A date and a length are told at their moment, once, wherever the date stood before; the
     * nearest that has passed when a date becomes known is told then.
     */
    @Property(tries = 500)
    void reminderIsToldOnceForEachDateAndLength(
            @ForAll("moves") Map<Integer, Integer> moves,
            @ForAll @IntRange(min = 1, max = 30) int every) {
        AttributeRule rule =
                new AttributeRule.Reminders(
                        "ending",
                        new DateSource.Trait("ends"),
                        List.of(Duration.ofSeconds(5), Duration.ZERO));
        Lives life = Lives.with(Lives.attribute("reminding", rule));
        List<String> told = new ArrayList<>();
        for (int second = 0; second <= 3 * SECONDS; second++) {
            Instant now = Lives.START.plusSeconds(second);
            if (second % every == 0 || second == 3 * SECONDS) {
                note(life.take(new Input.TimePassed(), now), told);
            }
            Integer ends = moves.get(second);
            if (ends != null) {
                Map<String, Object> trait =
                        Map.of("ends", Lives.START.plusSeconds(ends).toString());
                note(life.happened(Lives.identify("m" + second, trait, now, now)), told);
            }
        }
        assertEquals(remindersByHand(moves), told);
    }

    @Provide
    Arbitrary<List<Bought>> purchases() {
        Arbitrary<Object> values =
                Arbitraries.oneOf(
                        Arbitraries.integers().between(0, 3).map(Object.class::cast),
                        Arbitraries.of("a", "b"));
        return Combinators.combine(
                        Arbitraries.integers().between(1, SECONDS),
                        Arbitraries.integers().between(0, 10),
                        values)
                .as(Bought::new)
                .list()
                .ofMaxSize(8)
                .uniqueElements(Bought::occurred);
    }

    @Provide
    Arbitrary<Optional<Integer>> window() {
        return Arbitraries.integers().between(1, 25).optional();
    }

    @Provide
    Arbitrary<Map<Integer, Integer>> moves() {
        return Arbitraries.maps(
                        Arbitraries.integers().between(0, SECONDS),
                        Arbitraries.integers().between(0, 2 * SECONDS))
                .ofMinSize(1)
                .ofMaxSize(4)
                .map(TreeMap::new);
    }

    private static AttributeRule rule(Of of, Optional<Integer> window) {
        return new AttributeRule.Computed(
                of,
                "Bought",
                of == Of.count ? null : "value",
                window.map(it -> (Window) new Window.Last(Duration.ofSeconds(it))).orElse(null),
                null);
    }

    private static List<Activity> tell(List<Bought> purchases, int second, Lives life) {
        List<Activity> told = new ArrayList<>();
        for (Bought each : purchases) {
            if (each.told() == second) {
                Instant occurred = Lives.START.plusSeconds(each.occurred());
                told.addAll(
                        life.happened(
                                        Lives.event(
                                                "b" + each.occurred(),
                                                EventType.track,
                                                "Bought",
                                                Map.of("value", each.value()),
                                                Map.of(),
                                                occurred,
                                                Lives.START.plusSeconds(second)))
                                .activities());
            }
        }
        return told;
    }

    private static List<String> changes(List<Bought> purchases, AttributeRule rule, int every) {
        Lives life = Lives.with(Lives.attribute(TRAIT, rule));
        life.happened(Lives.track("first", "Viewed", Lives.START));
        Map<Instant, Object> changes = new LinkedHashMap<>();
        for (int second = 1; second <= 2 * SECONDS; second++) {
            if (second % every == 0 || second == 2 * SECONDS) {
                life.take(new Input.TimePassed(), Lives.START.plusSeconds(second))
                        .activities()
                        .forEach(it -> changes.put(it.at(), it.profile().traits()));
            }
            tell(purchases, second, life)
                    .forEach(it -> changes.put(it.at(), it.profile().traits()));
        }
        return changes.entrySet().stream().map(Object::toString).toList();
    }

    /** Written for reading, not for speed; newest first, as the last seen breaks ties. */
    private static @Nullable Object byHand(
            List<Bought> purchases, int second, Of of, Optional<Integer> window) {
        List<Object> all =
                purchases.stream()
                        .filter(it -> it.told() <= second)
                        .filter(it -> window.isEmpty() || it.occurred() > second - window.get())
                        .sorted(Comparator.comparingInt(Bought::occurred).reversed())
                        .map(Bought::value)
                        .toList();
        List<Integer> numbers =
                all.stream().filter(Integer.class::isInstance).map(Integer.class::cast).toList();
        int sum = numbers.stream().mapToInt(it -> it).sum();
        return switch (of) {
            case count -> all.size();
            case sum -> numbers.isEmpty() ? null : sum;
            case average -> numbers.isEmpty() ? null : (double) sum / numbers.size();
            case minimum -> numbers.stream().min(Comparator.naturalOrder()).orElse(null);
            case maximum -> numbers.stream().max(Comparator.naturalOrder()).orElse(null);
            case first -> all.isEmpty() ? null : all.getLast();
            case last -> all.isEmpty() ? null : all.getFirst();
            case mostFrequent ->
                    all.stream()
                            .max(
                                    Comparator.<Object>comparingLong(
                                                    it -> all.stream().filter(it::equals).count())
                                            .thenComparingInt(it -> -all.indexOf(it)))
                            .orElse(null);
            case unique -> all.isEmpty() ? null : all.stream().distinct().toList();
        };
    }

    /** 3 is 3.0, and a third is near enough to a third. */
    private static String said(@Nullable Object value) {
        return switch (value) {
            case Number number -> "%.9f".formatted(number.doubleValue());
            case List<?> list -> list.stream().map(AttributesProperties::said).toList().toString();
            case null -> "nothing";
            default -> value.toString();
        };
    }

    private static List<String> remindersByHand(Map<Integer, Integer> moves) {
        List<String> told = new ArrayList<>();
        Integer ends = null;
        boolean known = false;
        Set<Integer> seen = new HashSet<>();
        for (int second = 0; second <= 3 * SECONDS; second++) {
            if (known && ends != null && (ends - 5 == second || ends == second)) {
                told.add(second + " before " + (ends - second));
            }
            if (moves.containsKey(second)) {
                ends = moves.get(second);
                known = true;
                if (seen.add(ends) && ends - 5 <= second) {
                    told.add(second + " before " + (ends <= second ? 0 : 5));
                }
            }
        }
        return told;
    }

    private static void note(Decision decision, List<String> told) {
        for (Activity activity : decision.activities()) {
            long second = Duration.between(Lives.START, activity.at()).toSeconds();
            activity.derived().stream()
                    .filter(it -> it.name().equals("ending"))
                    .map(it -> Duration.parse((String) it.properties().get("before")).toSeconds())
                    .forEach(before -> told.add(second + " before " + before));
        }
    }
}
