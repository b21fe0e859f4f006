package io.itinera.segmentation.domain.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.itinera.contracts.events.Event;
import io.itinera.contracts.events.EventType;
import io.itinera.contracts.events.SaidIdentities;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class NamesTest {
    private static final Instant AT = Instant.parse("2026-03-01T09:00:00Z");

    private static Event event(Map<String, Object> context) {
        return new Event(
                "e1",
                "w",
                EventType.track,
                "Did",
                "d",
                "ann",
                null,
                null,
                Map.of("email", "ann@shop.example"),
                Map.of(),
                Map.of(),
                context,
                AT,
                AT,
                "s",
                false,
                Map.of());
    }

    @Test
    void idsIdentitiesExternalIdsAndPushTokensAreNames() {
        Map<String, Object> context =
                Map.of(
                        "externalIds", List.of(Map.of("type", "line", "id", "U1")),
                        "externalId", List.of(Map.of("type", "ga_client", "id", "1.2")),
                        "device", Map.of("token", "t"));
        assertEquals(
                Set.of(
                        new Named("user", "ann"),
                        new Named("anonymous", "d"),
                        new Named("email", "ann@shop.example"),
                        new Named("line", "U1"),
                        new Named("ga_client", "1.2"),
                        new Named("device_token", "t")),
                Names.of(event(context)));
    }

    /** Whoever may write {@code context} must not become somebody by it. */
    @Test
    void externalIdIsNeverAUserIdOrAnAnonymousId() {
        Map<String, Object> context =
                Map.of(
                        "externalIds",
                        List.of(
                                Map.of("type", "user", "id", "bob"),
                                Map.of("type", "anonymous", "id", "b")));
        assertEquals(Set.of(new Named("email", "ann@shop.example")), Names.others(event(context)));
    }

    @Test
    void whatIsNoTextOrTooLongIsNoName() {
        Map<String, Object> context =
                Map.of(
                        "externalIds",
                        List.of(
                                Map.of("type", "line", "id", 7),
                                "line",
                                Map.of(
                                        "type",
                                        "line",
                                        "id",
                                        "x".repeat(SaidIdentities.MAX_LENGTH + 1)),
                                Map.of(
                                        "type",
                                        "long",
                                        "id",
                                        "x".repeat(SaidIdentities.MAX_LENGTH))));
        assertEquals(
                Set.of(
                        new Named("email", "ann@shop.example"),
                        new Named("long", "x".repeat(SaidIdentities.MAX_LENGTH))),
                Names.others(event(context)));
    }
}
