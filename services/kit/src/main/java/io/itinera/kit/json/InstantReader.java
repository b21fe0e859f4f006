package io.itinera.kit.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.datatype.jsr310.deser.InstantDeserializer;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Reads moments: those that {@link InstantWriter} wrote without a parser of dates, which takes ten
 * times as long over one, and any other as Jackson reads it.
 */
final class InstantReader extends StdDeserializer<Instant> {
    private static final String FORM = "0000-00-00T00:00:00.000Z";
    private static final long SECONDS_OF_A_DAY = 86_400;
    private static final long SECONDS_OF_AN_HOUR = 3_600;
    private static final long SECONDS_OF_A_MINUTE = 60;
    private static final long NANOS_OF_A_MILLISECOND = 1_000_000;
    private static final int LAST_HOUR = 23;
    private static final int LAST_MONTH = 12;

    InstantReader() {
        super(Instant.class);
    }

    @Override
    public Instant deserialize(JsonParser json, DeserializationContext context) throws IOException {
        Instant plain = json.hasToken(JsonToken.VALUE_STRING) ? plain(json.getText()) : null;
        return plain == null ? InstantDeserializer.INSTANT.deserialize(json, context) : plain;
    }

    /** The moment that a text of our form says; null where it is another, or may be no date. */
    private static @Nullable Instant plain(String text) {
        if (!isOfForm(text)) {
            return null;
        }
        int year = number(text, 0, 4);
        int month = number(text, 5, 7);
        int day = number(text, 8, 10);
        int hour = number(text, 11, 13);
        int minute = number(text, 14, 16);
        int second = number(text, 17, 19);
        if (month < 1
                || month > LAST_MONTH
                || day < 1
                || day > LocalDate.of(year, month, 1).lengthOfMonth()
                || hour > LAST_HOUR
                || minute >= SECONDS_OF_A_MINUTE
                || second >= SECONDS_OF_A_MINUTE) {
            return null;
        }
        long seconds =
                LocalDate.of(year, month, day).toEpochDay() * SECONDS_OF_A_DAY
                        + hour * SECONDS_OF_AN_HOUR
                        + minute * SECONDS_OF_A_MINUTE
                        + second;
        return Instant.ofEpochSecond(seconds, number(text, 20, 23) * NANOS_OF_A_MILLISECOND);
    }

    private static boolean isOfForm(String text) {
        if (text.length() != FORM.length()) {
            return false;
        }
        for (int i = 0; i < FORM.length(); i++) {
            char each = text.charAt(i);
            char wanted = FORM.charAt(i);
            if (wanted == '0' ? each < '0' || each > '9' : each != wanted) {
                return false;
            }
        }
        return true;
    }

    private static int number(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            number = 10 * number + text.charAt(i) - '0';
        }
        return number;
    }
}
