package io.itinera.messaging;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.IntSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** Its servers are those that DeliveryTest names; a second list of them would start us twice. */
@QuarkusTest
class ConsentsTest {
    private static final int CALLERS = 8;

    @Inject Outside outside;

    private final Shop shop = Shop.fresh();

    @BeforeEach
    void shopIsKnown() {
        outside.mailServerBehaves();
        outside.publish(shop.settings());
    }

    @Test
    void consentIsKnownByTheAddressWhateverItsCase() {
        shop.request()
                .body(Map.of("channel", "email", "address", "Mira@Example.com", "granted", true))
                .put("/consents")
                .then()
                .statusCode(200)
                .body("granted", equalTo(true));
        shop.request()
                .get("/consents?address=mira@example.com")
                .then()
                .body("items.granted", contains(true));
        shop.request()
                .body(Map.of("channel", "email", "address", "Mira@Example.com"))
                .put("/consents")
                .then()
                .statusCode(400)
                .body("flaws.path", contains("/granted"));
    }

    @RepeatedTest(4)
    void firstAnswersForAnAddressAtTheSameMomentAreAllTaken() throws Exception {
        Map<String, Object> no =
                Map.of("channel", "email", "address", "mira@example.com", "granted", false);
        List<IntSupplier> answers =
                Collections.nCopies(
                        CALLERS, () -> shop.request().body(no).put("/consents").statusCode());
        assertEquals(Collections.nCopies(CALLERS, 200), Together.call(answers));
    }
}
