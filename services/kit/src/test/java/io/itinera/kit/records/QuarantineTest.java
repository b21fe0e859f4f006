package io.itinera.kit.records;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.itinera.contracts.events.EventsRecord;
import io.itinera.contracts.quarantine.Quarantined;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

final class QuarantineTest {
    private static final Instant NOW = Instant.parse("2026-11-21T09:30:00Z");
    private static final JsonCodec<EventsRecord> EVENTS = JsonCodec.of(EventsRecord.class);

    @Test
    void unreadableRecordGoesAsideWithItsPlaceAndItsBytes() {
        ConsumerRecord<byte[], byte[]> record =
                new ConsumerRecord<>("itinera.events", 3, 42, utf8("w1|user|u"), utf8("{\"id\":"));
        Unreadable why = assertThrows(Unreadable.class, () -> EVENTS.read(record.value()));
        assertEquals(
                new Quarantined(
                        "segmentation",
                        "itinera.events",
                        3,
                        42L,
                        "w1",
                        null,
                        "not_json",
                        why.detail(),
                        NOW,
                        "dzF8dXNlcnx1",
                        "eyJpZCI6",
                        null),
                new Quarantine("segmentation").of(record, why, NOW));
    }

    @Test
    void whatStandsOnNoTopicGoesAsideWithWhoseItIs() {
        Unreadable why = new Unreadable("step_failed", "a timer");
        assertEquals(
                new Quarantined(
                        "journeys",
                        null,
                        null,
                        null,
                        "w1",
                        null,
                        "step_failed",
                        "a timer",
                        NOW,
                        "dzF8dQ==",
                        "",
                        null),
                new Quarantine("journeys").of(utf8("w1|u"), utf8(""), why, NOW));
    }

    @Test
    void jsonThatIsAnotherRecordSaysWhere() {
        Unreadable why =
                assertThrows(
                        Unreadable.class,
                        () -> EVENTS.read(utf8("{\"kind\":\"tick\",\"at\":\"noon\"}")));
        assertEquals(
                "not_the_record not readable as EventsRecord at /at",
                why.reason() + " " + why.detail());
    }

    @Test
    void absentValueIsUnreadable() {
        assertEquals("not_json", assertThrows(Unreadable.class, () -> EVENTS.read(null)).reason());
    }

    @Test
    void jsonNullIsUnreadable() {
        assertEquals(
                "not_the_record",
                assertThrows(Unreadable.class, () -> EVENTS.read(utf8("null"))).reason());
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
