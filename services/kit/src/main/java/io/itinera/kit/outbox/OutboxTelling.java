package io.itinera.kit.outbox;

import io.itinera.kit.topics.TopicNames;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.jspecify.annotations.Nullable;

/** Rows on their way to the broker. */
final class OutboxTelling {
    private final Producer<byte[], byte[]> producer;
    private final TopicNames names;

    OutboxTelling(Producer<byte[], byte[]> producer, TopicNames names) {
        this.producer = producer;
        this.names = names;
    }

    /**
     * Tells the rows and waits for the broker: those of one key one after the other, those of
     * different keys together. What follows a row of its key that the broker has not taken is not
     * sent, so nobody reads a newer row before an older one.
     *
     * @return the ids of the rows that it has
     * @throws IllegalStateException when it has none
     */
    List<Long> tell(List<StoredRow> rows) {
        List<Long> taken = new ArrayList<>();
        Set<Lane> stuck = new HashSet<>();
        @Nullable Throwable refused = null;
        for (List<StoredRow> round : rounds(rows)) {
            for (Told told : send(round, stuck)) {
                @Nullable Throwable why = refusal(told);
                if (why == null) {
                    taken.add(told.row().id());
                } else {
                    stuck.add(Lane.of(told.row()));
                    refused = why;
                }
            }
        }
        if (taken.isEmpty() && refused != null) {
            throw new IllegalStateException("The broker took no outbox row", refused);
        }
        return taken;
    }

    /** The first rows of all keys, then the second ones, and so on. */
    private static Collection<List<StoredRow>> rounds(List<StoredRow> rows) {
        Map<Lane, Integer> seen = new HashMap<>();
        SortedMap<Integer, List<StoredRow>> rounds = new TreeMap<>();
        for (StoredRow row : rows) {
            int round = seen.merge(Lane.of(row), 1, Integer::sum);
            rounds.computeIfAbsent(round, _ -> new ArrayList<>()).add(row);
        }
        return rounds.values();
    }

    private List<Told> send(List<StoredRow> round, Set<Lane> stuck) {
        List<Told> told =
                round.stream()
                        .filter(row -> !stuck.contains(Lane.of(row)))
                        .map(this::send)
                        .toList();
        producer.flush();
        return told;
    }

    private static @Nullable Throwable refusal(Told told) {
        try {
            for (Future<RecordMetadata> record : told.records()) {
                record.get();
            }
            return null;
        } catch (ExecutionException refused) {
            return refused;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while telling", interrupted);
        }
    }

    private Told send(StoredRow stored) {
        String topic = names.of(stored.row().topic());
        List<Future<RecordMetadata>> records =
                switch (stored.row().spread()) {
                    case BY_KEY -> List.of(producer.send(record(stored, topic, null)));
                    case EVERY_PARTITION ->
                            IntStream.range(0, producer.partitionsFor(topic).size())
                                    .mapToObj(
                                            partition ->
                                                    producer.send(record(stored, topic, partition)))
                                    .toList();
                };
        return new Told(stored, records);
    }

    private static ProducerRecord<byte[], byte[]> record(
            StoredRow stored, String topic, @Nullable Integer partition) {
        OutboxRow row = stored.row();
        ProducerRecord<byte[], byte[]> record =
                new ProducerRecord<>(
                        topic,
                        partition,
                        stored.created().toEpochMilli(),
                        utf8(row.key()),
                        utf8(row.value()));
        row.headers().forEach((name, value) -> record.headers().add(name, utf8(value)));
        return record;
    }

    private static byte @Nullable [] utf8(@Nullable String text) {
        return text == null ? null : text.getBytes(StandardCharsets.UTF_8);
    }

    private record Told(StoredRow row, List<Future<RecordMetadata>> records) {}

    /** Within which the order counts; a row without a key is alone in its own. */
    private record Lane(String topic, String key) {
        static Lane of(StoredRow stored) {
            @Nullable String key = stored.row().key();
            return key == null
                    ? new Lane("", Long.toString(stored.id()))
                    : new Lane(stored.row().topic(), key);
        }
    }
}
