package io.itinera.collector.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;

/**
 * Moments counted since 1970, as texts have them. A short text can stand for a number of a million
 * digits, so what cannot be a moment is refused before anybody writes its digits out.
 */
public final class Epoch {
    /** Characters of a count, and the places of it that its exponent may move the point by. */
    public static final int MAX_LENGTH = 40;

    private Epoch() {}

    /**
     * The count that a text is.
     *
     * @throws NumberFormatException when it is no number
     * @throws ArithmeticException when it is too long, too large or too fine to count anything
     */
    public static BigDecimal count(String text) {
        if (text.length() > MAX_LENGTH) {
            throw new ArithmeticException("a count has at most " + MAX_LENGTH + " characters");
        }
        BigDecimal count = new BigDecimal(text);
        if (Math.abs((long) count.scale()) > MAX_LENGTH) {
            throw new ArithmeticException("a count has at most " + MAX_LENGTH + " places");
        }
        return count;
    }

    /**
     * The moment so many milliseconds after 1970 began.
     *
     * @throws ArithmeticException when they are more than a long holds
     */
    public static Instant at(BigDecimal millis) {
        return Instant.ofEpochMilli(millis.setScale(0, RoundingMode.FLOOR).longValueExact());
    }
}
