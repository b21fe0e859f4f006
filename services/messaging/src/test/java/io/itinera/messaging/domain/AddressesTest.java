package io.itinera.messaging.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "mira",
                "mira@",
                "@example.com",
                "a@b@example.com",
                "mira@example.com\r\nBcc: all@example.com",
                "mira @example.com",
                "<mira@example.com>",
                "mira@example.com, eve@example.com"
            })
    void whatIsNoAddressIsNone(String text) {
        assertEquals(Optional.empty(), EmailAddress.parse(text));
    }

    @Test
    void domainIsLowerCaseAndTheRestIsLeftAsItIs() {
        assertEquals(
                Optional.of(new EmailAddress("Mira.K+x@example.com")),
                EmailAddress.parse(" Mira.K+x@EXAMPLE.com "));
    }

    @Test
    void addressAtTheLimitIsOneAndOnePastItIsNot() {
        String longest = "a@" + "b".repeat(EmailAddress.MAX_LENGTH - 2);
        assertEquals(Optional.of(new EmailAddress(longest)), EmailAddress.parse(longest));
        assertEquals(Optional.empty(), EmailAddress.parse(longest + "b"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '#',
            value = {
                "Shop <hello@shop.example> | \"Shop\" <hello@shop.example>",
                "\"The Shop, Ltd.\" <hello@shop.example> | \"The Shop, Ltd.\" <hello@shop.example>",
                "<hello@shop.example> | hello@shop.example",
                "hello@shop.example | hello@shop.example",
            })
    void senderIsANameAndAnAddress(String text, String header) {
        assertEquals(Optional.of(header), Sender.parse(text).map(Sender::header));
    }

    @Test
    void senderWithoutAnAddressIsNone() {
        assertEquals(Optional.empty(), Sender.parse("The Shop"));
    }
}
