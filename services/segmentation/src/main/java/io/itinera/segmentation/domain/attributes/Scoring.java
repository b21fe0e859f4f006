package io.itinera.segmentation.domain.attributes;

import io.itinera.conditions.Conditions;
import io.itinera.contracts.attribute.FactorSource;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A score from 0 to 100, the weighted arithmetic mean of what its factors give: {@code Σ weight ×
 * points ÷ Σ weight} over the factors of which something is known, rounded half up. What time alone
 * moves is looked at once a day, at a moment of the customer's own, so that not everyone's moves at
 * once.
 *
 * @param name the trait
 * @param parts the factors
 * @param levels the levels of risk; null for none
 * @param step how far it must move until that is told
 */
record Scoring(String name, List<Part> parts, @Nullable Levels levels, int step)
        implements Formula.Judgement {
    private static final String CHANGED = "_changed";
    private static final String CUSTOMER = "customer.";

    @Override
    public Set<String> events() {
        Set<String> events = new HashSet<>();
        for (Part part : parts) {
            if (part.of() instanceof FactorSource.DaysSince since) {
                events.add(since.event());
            }
        }
        return events;
    }

    @Override
    public Set<String> mentions() {
        Set<String> traits = new HashSet<>();
        for (Part part : parts) {
            if (part.of() instanceof FactorSource.Trait trait) {
                traits.add(Conditions.firstStep(trait.name()));
            }
        }
        return traits;
    }

    @Override
    public Set<String> makes() {
        return levels == null ? Set.of(name) : Set.of(name, levels.trait());
    }

    @Override
    public Finding find(Sight sight, @Nullable Attained before) {
        Map<String, Object> points = new TreeMap<>();
        double sum = 0;
        double weights = 0;
        boolean moves = false;
        for (Part part : parts) {
            Part.Points given = part.points(sight);
            if (given != null) {
                sum += part.weight() * given.value();
                weights += part.weight();
                moves |= given.moves();
                points.put(part.name(), Math.round(given.value() * 10) / 10.0);
            }
        }
        if (points.isEmpty()) {
            return Finding.NOTHING;
        }
        int score = (int) Math.round(sum / weights);
        Instant changesAt = moves ? nextLook(sight.subject().customer(), sight.now()) : null;
        Memory.Score last =
                before != null && before.memory() instanceof Memory.Score it ? it : null;
        return finding(score, points, changesAt, last);
    }

    private Finding finding(
            int score,
            Map<String, Object> points,
            @Nullable Instant changesAt,
            Memory.@Nullable Score last) {
        List<News> news = new ArrayList<>();
        int told = last == null ? score : last.told();
        if (Math.abs(score - told) >= step) {
            news.add(moved(told, score, points));
            told = score;
        }
        Map<String, Object> values = new TreeMap<>(Map.of(name, (long) score));
        String level = null;
        if (levels != null) {
            String from = last == null ? null : last.level();
            level = levels.at(score, from);
            values.put(levels.trait(), level);
            if (from != null && !from.equals(level)) {
                news.add(
                        new News(
                                CUSTOMER + levels.trait() + CHANGED,
                                Map.of("from", from, "to", level, "score", (long) score)));
            }
        }
        return new Finding(values, changesAt, new Memory.Score(told, level, points), news);
    }

    private News moved(int from, int to, Map<String, Object> points) {
        List<Map<String, Object>> factors = new ArrayList<>();
        for (Part part : parts) {
            Object given = points.get(part.name());
            if (given != null) {
                factors.add(Map.of("name", part.name(), "points", given, "weight", part.weight()));
            }
        }
        return new News(
                CUSTOMER + name + CHANGED,
                Map.of(
                        "old",
                        (long) from,
                        "new",
                        (long) to,
                        "delta",
                        (long) to - from,
                        "factors",
                        factors));
    }

    /** The next time that a day comes to the customer's own second of it. */
    static Instant nextLook(UUID customer, Instant now) {
        long second =
                Math.floorMod(customer.getLeastSignificantBits(), Duration.ofDays(1).toSeconds());
        Instant today = now.truncatedTo(ChronoUnit.DAYS).plusSeconds(second);
        return today.isAfter(now) ? today : today.plus(Duration.ofDays(1));
    }
}
