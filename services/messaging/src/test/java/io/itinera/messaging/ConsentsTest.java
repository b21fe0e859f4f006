package io.itinera.messaging;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** Its servers are those that DeliveryTest names; a second list of them would start us twice. */
@QuarkusTest
class ConsentsTest {
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
        int callers = 8;
        CyclicBarrier together = new CyclicBarrier(callers);
        Callable<Integer> answer =
                () -> {
                    RequestSpecification request = shop.request().body(no);
                    together.await();
                    return request.put("/consents").statusCode();
                };
        try (ExecutorService threads = Executors.newFixedThreadPool(callers)) {
            List<Integer> statuses = new ArrayList<>();
            for (Future<Integer> done : threads.invokeAll(Collections.nCopies(callers, answer))) {
                statuses.add(done.get());
            }
            assertEquals(Collections.nCopies(callers, 200), statuses);
        }
    }
}
