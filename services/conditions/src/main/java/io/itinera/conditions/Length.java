package io.itinera.conditions;

import java.time.Duration;
import java.time.temporal.ChronoUnit;

/**
 * A duration as people say it: in the largest unit that it is a whole number of.
 *
 * @param count how many
 * @param unit days, hours, minutes, seconds or milliseconds
 */
public record Length(long count, ChronoUnit unit) {

    /** Says a duration in the largest unit that fits it exactly. */
    public static Length of(Duration duration) {
        long millis = duration.toMillis();
        for (ChronoUnit unit :
                new ChronoUnit[] {
                    ChronoUnit.DAYS, ChronoUnit.HOURS, ChronoUnit.MINUTES, ChronoUnit.SECONDS
                }) {
            if (millis % unit.getDuration().toMillis() == 0) {
                return new Length(millis / unit.getDuration().toMillis(), unit);
            }
        }
        return new Length(millis, ChronoUnit.MILLIS);
    }
}
