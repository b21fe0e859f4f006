package io.itinera.insights.domain;

import java.util.Optional;

/**
 * A share of people with the interval that it lies in at 95% confidence.
 *
 * @param rate the share, 0 to 1
 * @param low the lower bound
 * @param high the upper bound
 * @param n of how many
 */
public record Rate(double rate, double low, double high, long n) {
    /** The 97.5th percentile of the standard normal distribution. */
    private static final double Z = 1.959963984540054;

    /**
     * Wilson's score interval: E. B. Wilson, "Probable Inference, the Law of Succession, and
     * Statistical Inference", Journal of the American Statistical Association 22 (1927), 209-212.
     * Nothing when it is of nobody.
     */
    public static Optional<Rate> of(long some, long all) {
        if (all == 0) {
            return Optional.empty();
        }
        double n = all;
        double rate = some / n;
        double z2 = Z * Z;
        double centre = (rate + z2 / (2 * n)) / (1 + z2 / n);
        double half = Z / (1 + z2 / n) * Math.sqrt(rate * (1 - rate) / n + z2 / (4 * n * n));
        return Optional.of(
                new Rate(
                        rate, some == 0 ? 0 : centre - half, some == all ? 1 : centre + half, all));
    }
}
