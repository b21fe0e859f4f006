package io.itinera.gateway.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OriginTest {
    @ParameterizedTest
    @CsvSource({
        "https://shop.example, https://shop.example",
        "https://Shop.Example/, https://shop.example",
        "https://shop.example:443, https://shop.example",
        "http://shop.example:80, http://shop.example",
        "http://shop.example:443, http://shop.example:443",
        "http://localhost:3000, http://localhost:3000",
        "https://[::1]:8443, https://[::1]:8443",
    })
    void originIsWrittenAsBrowsersWriteIt(String text, String origin) {
        assertEquals(Optional.of(origin), Origin.of(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "*",
                "null",
                "shop.example",
                "//shop.example",
                "https://",
                "https://*.shop.example",
                "https://shop.example/cart",
                "https://shop.example?a=1",
                "https://shop.example#a",
                "https://me@shop.example",
                "https://shop.example:70000",
                "ftp://shop.example",
                "https://shop example"
            })
    void whatIsNoOriginIsNone(String text) {
        assertEquals(Optional.empty(), Origin.of(text));
    }
}
