package io.itinera.collector.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

class DatesProperties {

    @Property
    void everyMomentIsReadAsItIsWritten(
            @ForAll @LongRange(min = 0, max = 253_402_300_799L) long seconds,
            @ForAll @IntRange(max = 999_999_999) int nanos) {
        Instant at = Instant.ofEpochSecond(seconds, nanos);
        assertEquals(Optional.of(at), Dates.parse(at.toString()));
    }

    /** The short way never says anything else than the formatter would. */
    @Property(tries = 5_000, edgeCases = EdgeCasesMode.NONE)
    void whatLooksUsualIsReadAsAFormatterReadsIt(@ForAll("lookalikes") String text) {
        Instant usual = UsualDate.parse(text);
        if (usual != null) {
            assertEquals(formatted(text), usual, text);
        }
    }

    private static Instant formatted(String text) {
        try {
            return LocalDateTime.parse(text.substring(0, text.length() - 1))
                    .toInstant(ZoneOffset.UTC);
        } catch (DateTimeParseException none) {
            throw new AssertionError(text + " is no date", none);
        }
    }

    @Provide
    Arbitrary<String> lookalikes() {
        Arbitrary<Integer> number = Arbitraries.integers().between(0, 99);
        Arbitrary<String> fraction =
                Arbitraries.oneOf(
                        Arbitraries.just(""),
                        Arbitraries.strings().numeric().ofMaxLength(11).map(it -> "." + it),
                        Arbitraries.strings().withChars(".0123456789Z+:").ofMaxLength(3));
        return Combinators.combine(
                        Arbitraries.integers().between(0, 9_999),
                        Arbitraries.integers().between(0, 13),
                        Arbitraries.integers().between(0, 32),
                        number,
                        number,
                        number,
                        fraction)
                .as(
                        (year, month, day, hour, minute, second, rest) ->
                                "%04d-%02d-%02dT%02d:%02d:%02d%sZ"
                                        .formatted(
                                                year,
                                                month,
                                                day,
                                                hour % 26,
                                                minute % 62,
                                                second % 62,
                                                rest));
    }
}
