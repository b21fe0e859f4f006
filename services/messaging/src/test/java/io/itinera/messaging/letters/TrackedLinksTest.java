package io.itinera.messaging.letters;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrackedLinksTest {
    private static final Links LINKS = new Links("https://mail.example", "0123456789abcdef0123");
    private static final UUID SEND = new UUID(1, 2);
    private static final String WAY_OUT = "https://mail.example/public/unsubscribe/t";

    @Test
    void linkLeadsThroughUsToWhereItLed() {
        String tracked = LINKS.click(SEND, "https://shop.example/?a=1&b=2");
        assertEquals(
                "<p><a class=\"x\" href=\"" + tracked + "\">go</a></p>",
                tracked("<p><a class=\"x\" href='https://shop.example/?a=1&amp;b=2'>go</a></p>"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<a href=\"mailto:a@b.example\">x</a>",
                "<a href=\"javascript:alert(1)\">x</a>",
                "<a href=\"#top\">x</a>",
                "<a name=\"top\">x</a>",
                "<abbr href=\"https://shop.example\">x</abbr>",
                "<img src=\"https://shop.example/p.png\">",
                "<a href=\"" + WAY_OUT + "\">x</a>"
            })
    void othersStayAsTheyAre(String html) {
        assertEquals(html, tracked(html));
    }

    @Test
    void manyUnclosedTagsTakeNoLongTime() {
        String hostile = "<a ".repeat(50_000);
        assertTimeoutPreemptively(
                Duration.ofSeconds(20), () -> assertEquals(hostile, tracked(hostile)));
    }

    private static String tracked(String html) {
        return new TrackedLinks(LINKS).in(html, SEND, WAY_OUT);
    }
}
