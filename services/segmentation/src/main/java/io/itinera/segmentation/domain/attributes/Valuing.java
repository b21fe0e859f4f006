package io.itinera.segmentation.domain.attributes;

import io.itinera.conditions.Conditions;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Recency, frequency and monetary value. Each score is one more than the bounds that are reached,
 * of fixed bounds: quintiles would move with everyone else's purchases. After J. R. Bult and T.
 * Wansbeek, "Optimal Selection for Direct Mail", Marketing Science 14 (1995).
 *
 * @param name the trait, an object
 * @param counted the purchases
 * @param property their amount
 * @param recency days, rising, for 5, 4, 3 and 2
 * @param frequency purchases, rising, for 2, 3, 4 and 5
 * @param monetary amounts, rising, for 2, 3, 4 and 5
 */
record Valuing(
        String name,
        Occurrences counted,
        String property,
        List<Integer> recency,
        List<Integer> frequency,
        List<BigDecimal> monetary)
        implements Formula.Fold {
    private static final int LOWEST = 1;

    @Override
    public String event() {
        return counted.event();
    }

    @Override
    public Finding find(Sight sight, @Nullable Attained before) {
        Purchases purchases = new Purchases();
        Instant leaves =
                counted.scan(
                        sight,
                        it ->
                                purchases.take(
                                        it.occurredAt(),
                                        Numbers.of(Conditions.value(it.properties(), property))));
        Instant last = purchases.last;
        if (last == null) {
            return Finding.NOTHING;
        }
        long days = Math.max(0, Duration.between(last, sight.now()).toDays());
        Instant nextDay = last.plus(Duration.ofDays(days + 1));
        return Finding.of(Map.of(name, said(days, purchases)), Earliest.of(leaves, nextDay));
    }

    private Map<String, Object> said(long days, Purchases purchases) {
        long recent = LOWEST + recency.stream().filter(bound -> days <= bound).count();
        long frequent =
                LOWEST + frequency.stream().filter(bound -> purchases.count >= bound).count();
        long worth =
                LOWEST
                        + monetary.stream()
                                .filter(bound -> purchases.amount.compareTo(bound) >= 0)
                                .count();
        Map<String, Object> said = new TreeMap<>();
        said.put("recencyDays", days);
        said.put("frequency", purchases.count);
        said.put("monetary", Numbers.said(purchases.amount));
        said.put("recencyScore", recent);
        said.put("frequencyScore", frequent);
        said.put("monetaryScore", worth);
        said.put("score", "" + recent + frequent + worth);
        return said;
    }

    private static final class Purchases {
        private @Nullable Instant last;
        private long count;
        private BigDecimal amount = BigDecimal.ZERO;

        private boolean take(Instant at, @Nullable BigDecimal worth) {
            last = last == null ? at : last;
            count++;
            amount = worth == null ? amount : amount.add(worth);
            return true;
        }
    }
}
