package io.itinera.segmentation.domain.attributes;

import io.itinera.conditions.Conditions;
import io.itinera.contracts.attribute.FactorSource;
import io.itinera.contracts.attribute.Scale;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A factor of a score. Its points are those of its scale, halved with each half-life since the
 * trait was said: {@code points × 2^(−age ÷ half-life)}.
 *
 * @param name what people call it
 * @param weight how much it counts
 * @param of the number that it comes from
 * @param scale what that number gives
 * @param halfLife null when it does not decay
 */
record Part(String name, double weight, FactorSource of, Scale scale, @Nullable Duration halfLife) {
    private static final double DAY_MS = Duration.ofDays(1).toMillis();

    /** Points below this are as good as none: time moves them no more. */
    private static final double NEGLIGIBLE = 0.01;

    /**
     * What a factor gives.
     *
     * @param value 0 to 100
     * @param moves whether time alone changes it
     */
    record Points(double value, boolean moves) {}

    /** The points; null when nothing is known of the number. */
    @Nullable Points points(Sight sight) {
        return switch (of) {
            case FactorSource.Trait trait -> ofTrait(trait.name(), sight);
            case FactorSource.DaysSince since -> ofEvent(since.event(), sight);
        };
    }

    private @Nullable Points ofTrait(String trait, Sight sight) {
        Object value = Conditions.value(sight.subject().traits(), trait);
        BigDecimal number =
                value instanceof Boolean truth
                        ? truth ? BigDecimal.ONE : BigDecimal.ZERO
                        : Numbers.of(value);
        if (number == null) {
            return null;
        }
        double fresh = scaled(number.doubleValue());
        Instant said = sight.saidAt().apply(Conditions.firstStep(trait));
        if (halfLife == null || said == null) {
            return new Points(fresh, false);
        }
        long age = Math.max(0, Duration.between(said, sight.now()).toMillis());
        double left = fresh * StrictMath.pow(2, -(double) age / halfLife.toMillis());
        return new Points(left, left >= NEGLIGIBLE);
    }

    private @Nullable Points ofEvent(String event, Sight sight) {
        Latest latest = new Latest();
        Occurrences.ever(event).scan(sight, it -> latest.at(it.occurredAt()));
        if (latest.at == null) {
            return null;
        }
        double days = Math.max(0, Duration.between(latest.at, sight.now()).toMillis()) / DAY_MS;
        return new Points(scaled(days), days < lastBound());
    }

    private double scaled(double number) {
        return switch (scale) {
            case Scale.Linear line -> {
                double worst = line.worst().doubleValue();
                double share = (number - worst) / (line.best().doubleValue() - worst);
                yield 100 * Math.clamp(share, 0.0, 1.0);
            }
            case Scale.Bands bands -> {
                double points = 0;
                for (Scale.Band band : bands.bands()) {
                    if (number >= band.atLeast().doubleValue()) {
                        points = band.points().doubleValue();
                    }
                }
                yield points;
            }
        };
    }

    /** Beyond this number the points stay what they are. */
    private double lastBound() {
        return switch (scale) {
            case Scale.Linear line -> line.worst().max(line.best()).doubleValue();
            case Scale.Bands bands -> bands.bands().getLast().atLeast().doubleValue();
        };
    }

    private static final class Latest {
        private @Nullable Instant at;

        private boolean at(Instant occurredAt) {
            at = occurredAt;
            return false;
        }
    }
}
