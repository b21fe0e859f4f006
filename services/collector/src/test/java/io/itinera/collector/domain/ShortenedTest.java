package io.itinera.collector.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShortenedTest {
    @ParameterizedTest
    @CsvSource({
        "203.0.113.77, 203.0.113.0",
        "0.0.0.0, 0.0.0.0",
        "2001:db8:85a3:8d3:1319:8a2e:370:7348, 2001:db8:85a3::",
        "2001:0DB8:0001::42, 2001:db8:1::",
        "2001:db8::1, 2001:db8:0::",
        "::1, 0:0:0::",
        "fe80::1%eth0, fe80:0:0::",
        "::ffff:203.0.113.77, 203.0.113.0",
    })
    void addressKeepsItsNetwork(String address, String network) {
        assertEquals(Optional.of(network), Shortened.address(address));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "unknown",
                "1.2.3",
                "1.2.3.4.5",
                "1.2.3.256",
                "1.2.3.x",
                "1:2:3:4:5:6:7",
                "1:2:3:4:5:6:7:8:9",
                "1:2:3:4:5:6:7::8",
                "1::2::3",
                "12345::",
                "g::"
            })
    void whatIsNoAddressIsNotKept(String text) {
        assertEquals(Optional.empty(), Shortened.address(text));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko)"
                        + " Chrome/120.0.6099.71 Safari/537.36"
                        + "|Mozilla/5 AppleWebKit/537 Chrome/120 Safari/537",
                "Mozilla/5.0 (iPhone; CPU iPhone OS 17_1 like Mac OS X) Version/17.1 Mobile/15E148"
                        + "|Mozilla/5 Version/17 Mobile/15",
                "curl/8.5.0|curl/8",
                "Shop|Shop"
            })
    void userAgentKeepsItsProducts(String userAgent, String products) {
        assertEquals(products, Shortened.userAgent(userAgent));
    }

    @Test
    void userAgentIsLookedAtUpToItsLengthAndNotFurther() {
        String atLimit = "x".repeat(Shortened.USER_AGENT_LENGTH);
        String beforeAPair = "x".repeat(Shortened.USER_AGENT_LENGTH - 1);
        assertEquals(
                List.of(atLimit, atLimit, beforeAPair),
                List.of(
                        Shortened.userAgent(atLimit),
                        Shortened.userAgent(atLimit + "y"),
                        Shortened.userAgent(beforeAPair + "\ud83d\ude00")));
    }

    /** Trying each of many blanks as a comment's beginning would take minutes. */
    @Test
    void longUserAgentTakesNoLongerThanItsLength() {
        String blanks = "Mozilla/5.0" + " ".repeat(1_000_000) + "x";
        String opened = "(".repeat(1_000_000);
        assertTimeoutPreemptively(
                Duration.ofSeconds(1),
                () ->
                        assertEquals(
                                List.of("Mozilla/5", "(".repeat(Shortened.USER_AGENT_LENGTH)),
                                List.of(Shortened.userAgent(blanks), Shortened.userAgent(opened))));
    }
}
