package io.itinera.segmentation.domain.preview;

/**
 * How many customers there are of a kind, as far as it is known.
 *
 * @param value the best guess
 * @param low with {@code high}, holds the true number 95 times in 100
 * @param high the other end; both are the value when everyone was counted
 */
public record Estimate(double value, double low, double high) {
    /** Nobody. */
    public static final Estimate NONE = new Estimate(0, 0, 0);

    /** The standard normal distribution's quantile at 97.5 %. */
    private static final double Z = 1.959963984540054;

    /**
     * From a sample that everyone has the same chance to be in. Each of M customers is in it with
     * probability {@code share}, so the number found is binomial. The interval holds every M for
     * which what was found lies within z standard deviations of its mean: Wilson's score interval
     * (E. B. Wilson, Probable inference, the law of succession, and statistical inference, JASA 22,
     * 1927), with the number of trials unknown in place of the probability. It has a solution in
     * closed form and, unlike the usual one, an upper end when nobody was found.
     *
     * @param found how many were found
     * @param share the part of all customers that was looked at, more than 0, at most 1
     */
    public static Estimate ofSample(long found, double share) {
        double counted = (double) found;
        double spread = Z * Z * (1 - share);
        double middle = counted + spread / 2;
        double reach = Math.sqrt(counted * spread + spread * spread / 4);
        return new Estimate(
                counted / share,
                Math.max(counted, (middle - reach) / share),
                (middle + reach) / share);
    }

    /**
     * Together with those of other customers. The distances of the ends add up as independent
     * errors do (G. Y. Zou and A. Donner, Construction of confidence limits about effect measures:
     * a general approach, Statistics in Medicine 27, 2008).
     */
    public Estimate plus(Estimate others) {
        double sum = value + others.value;
        return new Estimate(
                sum,
                sum - Math.hypot(value - low, others.value - others.low),
                sum + Math.hypot(high - value, others.high - others.value));
    }
}
