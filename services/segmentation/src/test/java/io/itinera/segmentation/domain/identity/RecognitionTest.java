package io.itinera.segmentation.domain.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.itinera.contracts.activity.Merge;
import io.itinera.contracts.events.Event;
import io.itinera.contracts.events.EventType;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class RecognitionTest {
    private static final Instant AT = Instant.parse("2026-03-01T09:00:00Z");
    private final Recognition recognition = new Recognition(RecognitionTest::id);

    static UUID id(String workspace, String kind, String value) {
        return UUID.nameUUIDFromBytes(
                (workspace + "|" + kind + "|" + value).getBytes(StandardCharsets.UTF_8));
    }

    static Event event(EventType type, @Nullable String anonymous, @Nullable String user) {
        return event(type, anonymous, user, null, Map.of());
    }

    private static Event event(
            EventType type,
            @Nullable String anonymous,
            @Nullable String user,
            @Nullable String previous,
            Map<String, String> identities) {
        return new Event(
                "e1",
                "w",
                type,
                "$" + type,
                anonymous,
                user,
                previous,
                null,
                identities,
                Map.of(),
                Map.of(),
                Map.of(),
                AT,
                AT,
                "s",
                false,
                Map.of());
    }

    private static final UUID DEVICE = id("w", "anonymous", "a");
    private static final UUID ANN = id("w", "user", "ann");
    private static final Device ANNS = new Device("ann", true, false);
    private static final UUID BOB = id("w", "user", "bob");

    @Test
    void anonymousIdAloneIsACustomerOfItsOwn() {
        assertEquals(
                new Recognised(DEVICE, DEVICE, null, null),
                recognition.recognise(Device.UNKNOWN, event(EventType.track, "a", null)));
    }

    @Test
    void anonymousIdOfALinkedDeviceIsItsUser() {
        assertEquals(
                new Recognised(ANN, ANN, null, null),
                recognition.recognise(ANNS, event(EventType.track, "a", null)));
    }

    @Test
    void userIdAloneIsThatUser() {
        assertEquals(
                new Recognised(ANN, ANN, null, null),
                recognition.recognise(Device.UNKNOWN, event(EventType.track, null, "ann")));
    }

    @Test
    void firstUserOfADeviceTakesItsPast() {
        LedgerEntry entry =
                new LedgerEntry(LedgerEntry.Kind.LINKED, "w", "a", "ann", null, AT, "e1", "s");
        Linking linking = new Linking(ANNS, entry, new Merge(DEVICE, ANN));
        assertEquals(
                new Recognised(ANN, DEVICE, linking, null),
                recognition.recognise(Device.NAMELESS, event(EventType.identify, "a", "ann")));
    }

    @Test
    void secondUserOfADeviceSwitchesAndNothingMerges() {
        LedgerEntry entry =
                new LedgerEntry(LedgerEntry.Kind.SWITCHED, "w", "a", "bob", "ann", AT, "e1", "s");
        assertEquals(
                new Recognised(
                        BOB, BOB, new Linking(new Device("bob", true, false), entry, null), null),
                recognition.recognise(ANNS, event(EventType.identify, "a", "bob")));
    }

    @Test
    void sameUserAgainTeachesNothing() {
        assertEquals(
                new Recognised(ANN, ANN, null, null),
                recognition.recognise(ANNS, event(EventType.identify, "a", "ann")));
    }

    @Test
    void otherIdentityAloneIsACustomerOfItsOwn() {
        UUID customer = id("w", "email", "ann@shop.example");
        Event event = event(EventType.track, null, null, null, Map.of("email", "ann@shop.example"));
        assertEquals(
                new Recognised(customer, customer, null, null),
                recognition.recognise(Device.UNKNOWN, event));
    }

    @Test
    void aliasClaimsTheDeviceOfItsPreviousId() {
        assertEquals(
                new Recognised(ANN, ANN, null, new Claim("w", "old", "ann", AT, "e1", "s")),
                recognition.recognise(
                        Device.UNKNOWN, event(EventType.alias, null, "ann", "old", Map.of())));
    }

    @Test
    void aliasOfItsOwnDeviceLinksItLikeAnIdentify() {
        Recognised recognised =
                recognition.recognise(
                        Device.NAMELESS, event(EventType.alias, "a", "ann", "a", Map.of()));
        assertEquals(
                recognition.recognise(Device.NAMELESS, event(EventType.identify, "a", "ann")),
                recognised);
    }

    @Test
    void deviceWhoseFirstWordIsItsUsersNameHasNobodyToMerge() {
        LedgerEntry entry =
                new LedgerEntry(LedgerEntry.Kind.LINKED, "w", "a", "ann", null, AT, "e1", "s");
        Linking linking = new Linking(new Device("ann", false, false), entry, null);
        assertEquals(
                new Recognised(ANN, ANN, linking, null),
                recognition.recognise(Device.UNKNOWN, event(EventType.identify, "a", "ann")));
    }

    @Test
    void claimOfADeviceThatWasNeverSeenLinksItAndMergesNobody() {
        Claim claim = new Claim("w", "a", "ann", AT, "e7", "s");
        LedgerEntry entry =
                new LedgerEntry(LedgerEntry.Kind.LINKED, "w", "a", "ann", null, AT, "e7", "s");
        assertEquals(
                Optional.of(new Linking(new Device("ann", false, false), entry, null)),
                recognition.decide(Device.UNKNOWN, claim));
    }

    @Test
    void claimOfAnUnlinkedDeviceMergesItsPast() {
        Claim claim = new Claim("w", "a", "ann", AT, "e7", "s");
        LedgerEntry entry =
                new LedgerEntry(LedgerEntry.Kind.LINKED, "w", "a", "ann", null, AT, "e7", "s");
        assertEquals(
                Optional.of(new Linking(ANNS, entry, new Merge(DEVICE, ANN))),
                recognition.decide(Device.NAMELESS, claim));
    }

    @Test
    void claimOfOnesOwnDeviceChangesNothing() {
        assertEquals(
                Optional.empty(),
                recognition.decide(ANNS, new Claim("w", "a", "ann", AT, "e7", "s")));
    }
}
