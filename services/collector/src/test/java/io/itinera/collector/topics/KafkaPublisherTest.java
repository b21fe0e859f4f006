package io.itinera.collector.topics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;

final class KafkaPublisherTest {
    @Test
    void nothingIsWrittenAfterWhatWasRefused() {
        List<String> told = new ArrayList<>();
        try (Refusing producer = new Refusing()) {
            Countdown countdown = new Countdown(4, failure -> told.add(String.valueOf(failure)));
            KafkaPublisher.send(producer, records(4), countdown);
            assertEquals(List.of(0), written(producer));
            assertEquals(List.of(TimeoutException.class.getName() + ": no metadata"), told);
        }
    }

    private static List<ProducerRecord<byte[], byte[]>> records(int count) {
        return IntStream.range(0, count)
                .mapToObj(
                        number ->
                                new ProducerRecord<>(
                                        "t", 0, new byte[0], new byte[] {(byte) number}))
                .toList();
    }

    private static List<Integer> written(Refusing producer) {
        return producer.history().stream().map(each -> (int) each.value()[0]).toList();
    }

    /** Refuses the second record alone, as Kafka's does while it does not know a topic. */
    private static final class Refusing extends MockProducer<byte[], byte[]> {
        private int sent;

        Refusing() {
            super(true, null, new ByteArraySerializer(), new ByteArraySerializer());
        }

        @Override
        public synchronized Future<RecordMetadata> send(
                ProducerRecord<byte[], byte[]> outgoing, Callback callback) {
            if (++sent == 2) {
                throw new TimeoutException("no metadata");
            }
            return super.send(outgoing, callback);
        }
    }
}
