package io.itinera.collector.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.itinera.collector.domain.Text;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class WordsTest {
    private static final Words<Text> FIELDS =
            new Words<>(
                    Stream.of(Text.values())
                            .collect(Collectors.toMap(Text::segmentName, field -> field)));

    @ParameterizedTest
    @EnumSource
    void knownWordIsFoundWhereverItStands(Text field) {
        byte[] around = ("{\"" + field.segmentName() + "\":1}").getBytes(UTF_8);
        assertEquals(field, FIELDS.get(around, 2, 2 + field.segmentName().length()));
        assertEquals(field, FIELDS.get(field.segmentName()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "t", "types", "tape", "userid", "usrrId", "ÿ", "originalTimestamps"})
    void otherWordMeansNothing(String word) {
        assertEquals(Arrays.asList(null, null), Arrays.asList(FIELDS.get(word), in(word)));
    }

    private static @Nullable Text in(String word) {
        byte[] bytes = word.getBytes(UTF_8);
        return FIELDS.get(bytes, 0, bytes.length);
    }

    /** Equal length, first and last byte: these meet at one place. */
    @Test
    void wordsThatMeetAreToldApart() {
        Words<Integer> words = new Words<>(Map.of("abc", 1, "axc", 2, "ayc", 3));
        assertEquals(
                Arrays.asList(1, 2, 3, null),
                Stream.of("abc", "axc", "ayc", "azc").map(words::get).toList());
    }
}
