package io.itinera.collector.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.Year;
import org.jspecify.annotations.Nullable;

/**
 * Reads the date that nearly every client writes, {@code 2026-03-01T12:00:00.500Z}, at a twentieth
 * of what a formatter takes.
 */
final class UsualDate {
    private static final int FRACTION = 19;
    private static final int MOST_PLACES = 9;

    private UsualDate() {}

    /** The moment; null when it is written in any other way, or is none. */
    static @Nullable Instant parse(String text) {
        int last = text.length() - 1;
        if (last < FRACTION || text.charAt(last) != 'Z' || !isSeparated(text)) {
            return null;
        }
        int year = number(text, 0, 4);
        int month = number(text, 5, 7);
        int day = number(text, 8, 10);
        int hour = number(text, 11, 13);
        int minute = number(text, 14, 16);
        int second = number(text, 17, FRACTION);
        int nanos = nanos(text, last);
        boolean isMonth = year >= 0 && month >= 1 && month <= 12;
        boolean isDay = isMonth && day >= 1 && day <= Month.of(month).length(Year.isLeap(year));
        boolean isTime = isBelow(24, hour) && isBelow(60, minute) && isBelow(60, second);
        if (!isDay || !isTime || nanos < 0) {
            return null;
        }
        long seconds = (hour * 60L + minute) * 60 + second;
        return Instant.ofEpochSecond(
                LocalDate.of(year, month, day).toEpochDay() * 86_400 + seconds, nanos);
    }

    private static boolean isSeparated(String text) {
        return text.charAt(4) == '-'
                && text.charAt(7) == '-'
                && text.charAt(10) == 'T'
                && text.charAt(13) == ':'
                && text.charAt(16) == ':';
    }

    private static boolean isBelow(int limit, int number) {
        return number >= 0 && number < limit;
    }

    /** The places behind a point, if there is one; -1 when something else stands there. */
    private static int nanos(String text, int end) {
        int places = end - FRACTION - 1;
        if (end == FRACTION) {
            return 0;
        }
        if (text.charAt(FRACTION) != '.' || places < 1 || places > MOST_PLACES) {
            return -1;
        }
        int nanos = number(text, FRACTION + 1, end);
        for (int place = places; place < MOST_PLACES && nanos > 0; place++) {
            nanos *= 10;
        }
        return nanos;
    }

    /** The digits between two places; -1 when there are others. */
    private static int number(String text, int from, int to) {
        int number = 0;
        for (int at = from; at < to; at++) {
            int digit = text.charAt(at) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = 10 * number + digit;
        }
        return number;
    }
}
