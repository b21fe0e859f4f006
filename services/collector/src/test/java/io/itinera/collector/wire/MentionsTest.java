package io.itinera.collector.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.itinera.collector.domain.Suppressed;
import io.itinera.contracts.Identities;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MentionsTest {
    private static final String LONGEST = "u".repeat(Mentions.LONGEST);
    private static final Set<String> ERASED =
            Set.of(
                    Identities.USER + "|mira",
                    Identities.USER + "|42",
                    Identities.USER + "|" + LONGEST,
                    Identities.USER + "|" + LONGEST + "u",
                    Identities.ANONYMOUS + "|phone",
                    Identities.EMAIL + "|mira@shop.example",
                    Identities.DEVICE_TOKEN + "|t0k",
                    "line|U1");

    private final Mentions erased =
            new Mentions((kind, value) -> ERASED.contains(kind + "|" + value));

    @Test
    void erasedPersonIsFoundUnderAnyNameAndAtAnyDepth() {
        assertEquals(
                List.of(true, true, true, true, true),
                in(
                        "{\"userId\":\"mira\"}",
                        "{\"properties\":{\"$set\":[{\"mail\":\"mira@shop.example\"}]}}",
                        "{\"cid\":\"pho\\u006ee\"}",
                        "{\"distinct_id\":42}",
                        "\"mira\""));
    }

    @Test
    void erasedPersonIsFoundByAnExternalIdAndByTheTokenOfTheirDevice() {
        assertEquals(
                List.of(true, true, false),
                in(
                        "{\"context\":{\"externalIds\":[{\"id\":\"U1\",\"type\":\"line\"}]}}",
                        "{\"context\":{\"device\":{\"token\":\"t0k\"}}}",
                        "{\"context\":{\"externalIds\":[{\"id\":\"U1\",\"type\":\"fax\"}]}}"));
    }

    @Test
    void whatMayNameMoreKindsThanAreLookedForMayBeAnybody() {
        assertEquals(
                List.of(true, false, true),
                in(
                        typed(Mentions.MAX_KINDS - 1, "{\"id\":\"U1\",\"type\":\"line\"}"),
                        typed(Mentions.MAX_KINDS, "{}"),
                        typed(Mentions.MAX_KINDS + 1, "{}")));
    }

    private static String typed(int kinds, String last) {
        return IntStream.range(0, kinds)
                .mapToObj("{\"type\":\"t%d\"}"::formatted)
                .collect(Collectors.joining(",", "[", "," + last + "]"));
    }

    @Test
    void textThatIsNoJsonIsLookedAtWordByWord() {
        assertEquals(
                List.of(true, true, true),
                in("mira", "track,\"mira@shop.example\",3", "{\"userId\":\"mira\",\"cut\":\"o"));
    }

    @Test
    void othersAreNotFound() {
        assertEquals(
                List.of(false, false, false, false),
                in("{\"userId\":\"miranda\"}", "{\"mira\":1}", "ken,phones", ""));
    }

    @Test
    void longestIdentityIsFoundAndNoLongerText() {
        assertEquals(List.of(true, false), in(LONGEST, LONGEST + "u"));
    }

    @Test
    void whereNobodyIsErasedNothingIsLookedAt() {
        assertEquals(false, new Mentions(Suppressed.NOBODY).in("mira"));
    }

    private List<Boolean> in(String... sent) {
        return Stream.of(sent).map(erased::in).toList();
    }
}
