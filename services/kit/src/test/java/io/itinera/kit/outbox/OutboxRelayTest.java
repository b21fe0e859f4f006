package io.itinera.kit.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.itinera.contracts.Topics;
import io.itinera.kit.trace.Traces;
import java.time.Instant;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class OutboxRelayTest {
    private final OutboxPlace place = new OutboxPlace();

    @BeforeEach
    void open() {
        place.open();
    }

    @AfterEach
    void close() {
        place.close();
    }

    @Test
    void rowsAreToldInOrderAndThenGone() {
        List<String> values = IntStream.range(0, 1200).mapToObj(it -> "\"" + it + "\"").toList();
        place.appendAll(Topics.OUTCOMES, "k", values, Spread.BY_KEY);
        place.startRelay();
        assertEquals(values, values(place.awaitRecords(Topics.OUTCOMES, values.size())));
        Awaitility.await().until(() -> place.rows() == 0);
    }

    @Test
    void recordIsTheRow() {
        Instant created = place.append(Topics.OUTCOMES, "w|c", "{}", Spread.BY_KEY);
        place.startRelay();
        ConsumerRecord<String, String> record = place.awaitRecords(Topics.OUTCOMES, 1).getFirst();
        assertEquals("w|c", record.key());
        assertEquals("{}", record.value());
        assertEquals(created.toEpochMilli(), record.timestamp());
        assertEquals(OutboxPlace.TRACE, Traces.read(record.headers()).orElseThrow());
    }

    @Test
    void rowsOfAPlainConnectionAreToldAlike() {
        place.appendPlainly(
                List.of(
                        new OutboxRow(
                                Topics.OUTCOMES,
                                "w|c",
                                "{}",
                                Map.of(Traces.HEADER, OutboxPlace.TRACE),
                                Spread.BY_KEY),
                        OutboxRow.tombstone(Topics.OUTCOMES, "w|c", Spread.BY_KEY)));
        place.startRelay();
        List<ConsumerRecord<String, String>> told = place.awaitRecords(Topics.OUTCOMES, 2);
        assertEquals("{}", told.getFirst().value());
        assertEquals(OutboxPlace.TRACE, Traces.read(told.getFirst().headers()).orElseThrow());
        assertNull(told.getLast().value());
    }

    @Test
    void rowForEveryPartitionStandsInEach() {
        place.append(Topics.SEGMENTS, "w|s", "{}", Spread.EVERY_PARTITION);
        place.startRelay();
        Set<Integer> partitions =
                place.awaitRecords(Topics.SEGMENTS, OutboxPlace.PARTITIONS).stream()
                        .map(ConsumerRecord::partition)
                        .collect(Collectors.toSet());
        assertEquals(OutboxPlace.PARTITIONS, partitions.size());
    }

    @Test
    void tombstoneHasNoValue() {
        place.append(Topics.SEGMENTS, "w|s|1", null, Spread.BY_KEY);
        place.startRelay();
        assertEquals(
                Collections.singletonList(null), values(place.awaitRecords(Topics.SEGMENTS, 1)));
    }

    @Test
    void rowAppendedWhileTheRelayWaitsIsTold() {
        place.startRelay();
        place.append(Topics.OUTCOMES, "k", "\"late\"", Spread.BY_KEY);
        assertEquals(List.of("\"late\""), values(place.awaitRecords(Topics.OUTCOMES, 1)));
    }

    @Test
    void rowWhoseDeletionWasLostIsToldAgain() {
        place.append(Topics.OUTCOMES, "k", "\"once\"", Spread.BY_KEY);
        place.refuseDeletions();
        place.startRelay();
        place.awaitRecords(Topics.OUTCOMES, 1);
        place.stopRelays();
        place.allowDeletions();
        place.startRelay();
        Awaitility.await().until(() -> place.rows() == 0);
        List<String> told = values(place.awaitRecords(Topics.OUTCOMES, 2));
        assertTrue(told.size() >= 2, "the repeat");
        assertEquals(Set.of("\"once\""), new HashSet<>(told));
    }

    @Test
    void rowIsNotToldBeforeAnOlderOneOfItsKeyThatTheBrokerRefused() {
        List<String> values = List.of("\"1\"", '"' + "2".repeat(4000) + '"', "\"3\"");
        place.appendAll(Topics.OUTCOMES, "k", values, Spread.BY_KEY);
        place.append(Topics.OUTCOMES, "other", "{}", Spread.BY_KEY);
        place.startRelay(Map.of("max.request.size", 2000));
        place.awaitRecords(Topics.OUTCOMES, 2);
        place.stopRelays();
        place.startRelay();
        List<String> told =
                place.awaitRecords(Topics.OUTCOMES, values.size() + 1).stream()
                        .filter(record -> record.key().equals("k"))
                        .map(ConsumerRecord::value)
                        .toList();
        assertEquals(values, told);
    }

    @Test
    void secondRelayTellsNothingWhileTheFirstLives() {
        place.startRelay();
        place.append(Topics.OUTCOMES, "k", "\"first\"", Spread.BY_KEY);
        place.awaitRecords(Topics.OUTCOMES, 1);
        place.startRelay();
        List<String> values = IntStream.range(0, 200).mapToObj(it -> "\"" + it + "\"").toList();
        place.appendAll(Topics.OUTCOMES, "k", values, Spread.BY_KEY);
        Awaitility.await().until(() -> place.rows() == 0);
        List<String> told = values(place.awaitRecords(Topics.OUTCOMES, values.size() + 1));
        assertEquals(values, told.subList(1, told.size()));
        assertEquals(1, place.claims());
    }

    @Test
    void secondRelayTakesOverWhenTheFirstIsCutOff() {
        place.startRelay();
        place.append(Topics.OUTCOMES, "k", "\"before\"", Spread.BY_KEY);
        place.awaitRecords(Topics.OUTCOMES, 1);
        place.startRelay();
        place.cutClaimant();
        place.append(Topics.OUTCOMES, "k", "\"after\"", Spread.BY_KEY);
        List<String> told = values(place.awaitRecords(Topics.OUTCOMES, 2));
        assertEquals(List.of("\"before\"", "\"after\""), told);
    }

    private static List<String> values(List<ConsumerRecord<String, String>> records) {
        return records.stream().map(ConsumerRecord::value).collect(Collectors.toList());
    }
}
