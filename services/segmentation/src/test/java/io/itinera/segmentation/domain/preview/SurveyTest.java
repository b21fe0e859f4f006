package io.itinera.segmentation.domain.preview;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.itinera.contracts.activity.ActivityCause;
import io.itinera.contracts.activity.Consent;
import io.itinera.segmentation.domain.customer.Customer;
import io.itinera.segmentation.domain.customer.Standing;
import io.itinera.segmentation.domain.identity.Identity;
import io.itinera.segmentation.domain.identity.KnownIdentities;
import io.itinera.segmentation.domain.identity.Named;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class SurveyTest {
    private static final Instant NOW = Instant.parse("2026-03-01T09:00:00Z");
    private static final KnownIdentities MAIL =
            KnownIdentities.NONE.with(
                    new Named("email", "ann@shop.example"), Identity.said(NOW, "e1", "s"));

    @Test
    void reachableIsWhoAgreedAndHasAnAddress() {
        Survey survey = new Survey();
        survey.found(customer(MAIL, true));
        survey.found(customer(MAIL, false));
        survey.found(customer(KnownIdentities.NONE, true));
        survey.refused();
        assertEquals(
                new Sample(0.5, 4, 3, Map.of("buyers", 3L), Map.of("email", 1L)),
                survey.sample(0.5));
    }

    @Test
    void noMoreAreShownThanTheLimit() {
        Survey survey = new Survey();
        for (int i = 0; i <= Survey.SHOWN; i++) {
            survey.found(customer(MAIL, true));
        }
        assertEquals(Survey.SHOWN, survey.shown().size());
    }

    private static Customer customer(KnownIdentities identities, boolean granted) {
        Standing member = new Standing(1, true, NOW, ActivityCause.event, null);
        Standing waiting = new Standing(1, false, NOW, ActivityCause.event, NOW.plusSeconds(1));
        return new Customer(
                "w",
                new UUID(7, 7),
                identities,
                new TreeMap<>(),
                new TreeMap<>(Map.of("email", new Consent(granted, NOW))),
                new TreeMap<>(),
                new TreeMap<>(),
                new TreeMap<>(),
                new TreeMap<>(),
                new TreeMap<>(Map.of("buyers", member, "idle", waiting)),
                NOW,
                NOW,
                1,
                NOW);
    }
}
