package io.itinera.messaging.letters;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class LinksProperties {
    private static final Links LINKS = new Links("https://mail.example/", "one secret");
    private static final UUID SEND = new UUID(1, 2);

    @Test
    void clickTokenSaysWhereItLeads() {
        String token = last(LINKS.click(SEND, "https://shop.example/ä?q=1"));
        assertEquals(
                Optional.of(new Links.Clicked(SEND, "https://shop.example/ä?q=1")),
                LINKS.clicked(token));
    }

    @Test
    void tokenServesOnePurposeOnly() {
        assertEquals(Optional.empty(), LINKS.clicked(last(LINKS.unsubscribe(SEND))));
        assertEquals(
                Optional.empty(),
                LINKS.unsubscribing(last(LINKS.click(SEND, "https://shop.example"))));
    }

    @Test
    void tokenOfAnotherSecretIsNone() {
        Links others = new Links("https://mail.example", "another secret");
        assertEquals(Optional.empty(), LINKS.unsubscribing(last(others.unsubscribe(SEND))));
    }

    @Test
    void addressAtTheLimitIsTrackedAndOnePastItIsNot() {
        String longest = "https://shop.example/".concat("x".repeat(Links.MAX_URL - 21));
        assertEquals(
                Optional.of(new Links.Clicked(SEND, longest)),
                LINKS.clicked(last(LINKS.click(SEND, longest))));
        assertEquals(longest + "x", LINKS.click(SEND, longest + "x"));
    }

    @Property(tries = 200)
    void noOtherTokenLeadsAnywhere(
            @ForAll @IntRange(max = 70) int place, @ForAll @IntRange(min = 1, max = 63) int by) {
        String token = last(LINKS.click(SEND, "https://shop.example/a"));
        String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        char other = alphabet.charAt((alphabet.indexOf(token.charAt(place)) + by) % 64);
        String forged = token.substring(0, place) + other + token.substring(place + 1);
        assertEquals(Optional.empty(), LINKS.clicked(forged));
    }

    @Test
    void whatIsNoTokenIsNone() {
        assertEquals(Optional.empty(), LINKS.clicked("???"));
        assertEquals(Optional.empty(), LINKS.clicked(""));
    }

    private static String last(String url) {
        return url.substring(url.lastIndexOf('/') + 1);
    }
}
