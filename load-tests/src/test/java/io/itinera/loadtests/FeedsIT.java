package io.itinera.loadtests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.itinera.loadtests.measure.HttpLoad;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The cart drop, as it is drawn for events of a tracking library and untouched, on what Google's
 * tag, its Measurement Protocol and files tell.
 */
@ExtendWith(OneMesh.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(value = 4, unit = TimeUnit.MINUTES)
final class FeedsIT {
    /** The same as the kill scenarios': the journeys are published once. */
    private static final Duration WAIT = Duration.ofSeconds(8);

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Duration AFTERMATH = Duration.ofSeconds(2);

    private final HttpClient http = HttpClient.newHttpClient();
    private Target target;

    @BeforeAll
    void everybodyShops(Mesh mesh) throws IOException, InterruptedException {
        target = mesh.target();
        try (HttpLoad load = new HttpLoad(1)) {
            new Customers(target, load).publishJourneys(WAIT);
        }
        Person owner = Person.signIn(target.coordinates(), "demo", "demo");
        for (Feed feed : Feed.values()) {
            Shop shop = Shop.opened(target, owner, feed.name());
            for (Feed.Shopper one : feed.shoppers()) {
                shop.introduce(one);
            }
            feed.tell(shop, feed.shoppers());
        }
    }

    @ParameterizedTest
    @EnumSource
    void whoDroppedTheCartIsShownTheCoatAndWhoBoughtItIsNot(Feed feed)
            throws IOException, InterruptedException {
        List<Feed.Shopper> all = feed.shoppers();
        Awaitility.await()
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(500))
                .during(AFTERMATH)
                .untilAsserted(
                        () -> {
                            for (Feed.Shopper one : all) {
                                assertEquals(one.buys() ? 0 : 1, mails(one).size(), one::name);
                            }
                        });
        for (Feed.Shopper one : all.stream().filter(each -> !each.buys()).toList()) {
            String mail = mails(one).getFirst();
            assertTrue(mail.contains("Rain coat"), mail);
            assertTrue(mail.contains("https://shop.example/rain-coat.jpg"), mail);
        }
    }

    /** All the way: collector, events, segmentation, sources, gateway. */
    @Test
    void whatAFeedDeclaresIsItsWatermark() throws IOException, InterruptedException {
        Person owner = Person.signIn(target.coordinates(), "demo", "demo");
        Shop shop = Shop.opened(target, owner, "declares");
        assertTrue(shop.lag().isMissingNode());
        shop.declare(Instant.parse("2026-01-01T00:00:00Z"));
        Awaitility.await()
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(500))
                .untilAsserted(
                        () ->
                                assertEquals(
                                        List.of(
                                                "2026-01-01T00:00:00.000Z",
                                                "2026-01-01T00:00:00.000Z"),
                                        List.of(
                                                shop.lag().path("completeUpTo").asText(),
                                                shop.lag().path("watermark").asText())));
    }

    private List<String> mails(Feed.Shopper one) throws IOException, InterruptedException {
        URI inbox =
                URI.create(target.coordinates().inbox().url() + "/api/mails?to=" + one.address());
        HttpRequest request = HttpRequest.newBuilder(inbox).build();
        String body = http.send(request, HttpResponse.BodyHandlers.ofString()).body();
        List<String> mails = new ArrayList<>();
        for (JsonNode mail : new ObjectMapper().readTree(body)) {
            mails.add(mail.path("html").asText());
        }
        return mails;
    }
}
