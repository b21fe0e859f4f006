package io.itinera.kit.outbox;

import io.itinera.kit.topics.TopicNames;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
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
     * Tells the rows in order and waits for the broker.
     *
     * @return the ids of the rows that it has, up to the first that it has not
     * @throws IllegalStateException when it has not even the first
     */
    List<Long> tell(List<StoredRow> rows) {
        List<Told> told = rows.stream().map(this::send).toList();
        producer.flush();
        List<Long> ids = new ArrayList<>();
        for (Told one : told) {
            if (!has(one, ids.isEmpty())) {
                break;
            }
            ids.add(one.id());
        }
        return ids;
    }

    private static boolean has(Told told, boolean isFirst) {
        try {
            for (Future<RecordMetadata> record : told.records()) {
                record.get();
            }
            return true;
        } catch (ExecutionException refused) {
            if (isFirst) {
                throw new IllegalStateException(
                        "The broker did not take outbox row " + told.id(), refused);
            }
            return false;
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
        return new Told(stored.id(), records);
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

    private record Told(long id, List<Future<RecordMetadata>> records) {}
}
