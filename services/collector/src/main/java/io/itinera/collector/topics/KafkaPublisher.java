package io.itinera.collector.topics;

import io.itinera.collector.Publisher;
import io.itinera.contracts.Topics;
import io.itinera.kit.topics.TopicNames;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** Sends from the caller's thread, which may be an event loop, and answers on Kafka's. */
@Singleton
final class KafkaPublisher implements Publisher {
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(15);

    private final KafkaProducer<byte[], byte[]> producer;
    private final OutgoingRecords records;
    private final String events;
    private final List<String> topics;

    @Inject
    KafkaPublisher(ClientSettings settings, TopicNames names) {
        this.producer =
                new KafkaProducer<>(
                        settings.producer(), new ByteArraySerializer(), new ByteArraySerializer());
        this.records = new OutgoingRecords(names);
        this.events = names.of(Topics.EVENTS);
        this.topics = List.of(events, names.of(Topics.QUARANTINE));
    }

    void stop(@Observes ShutdownEvent event) {
        producer.close(CLOSE_TIMEOUT);
    }

    @Override
    public void publish(Batch batch, Consumer<@Nullable Exception> done) {
        send(producer, records.of(batch), new Countdown(batch.verdicts().size(), done));
    }

    /**
     * Publishes one record to each partition of events.
     *
     * @param done told once, on any thread: null when the broker has all of them, else why not
     */
    void publishEverywhere(
            byte[] key, byte[] value, Instant at, Consumer<@Nullable Exception> done) {
        List<ProducerRecord<byte[], byte[]>> outgoing;
        try {
            outgoing =
                    producer.partitionsFor(events).stream()
                            .map(
                                    it ->
                                            new ProducerRecord<>(
                                                    events,
                                                    it.partition(),
                                                    at.toEpochMilli(),
                                                    key,
                                                    value))
                            .toList();
        } catch (KafkaException | IllegalStateException unknown) {
            done.accept(unknown);
            return;
        }
        send(producer, outgoing, new Countdown(outgoing.size(), done));
    }

    /**
     * Sends no more once one was refused. The request comes again as a whole, and what had been
     * written after the gap would then stand before what is in it.
     */
    static void send(
            Producer<byte[], byte[]> producer,
            Iterable<ProducerRecord<byte[], byte[]>> outgoing,
            Countdown countdown) {
        for (ProducerRecord<byte[], byte[]> each : outgoing) {
            if (countdown.hasFailed()) {
                countdown.arrived(null);
            } else {
                send(producer, each, countdown);
            }
        }
    }

    private static void send(
            Producer<byte[], byte[]> producer,
            ProducerRecord<byte[], byte[]> outgoing,
            Countdown countdown) {
        try {
            Future<RecordMetadata> _ = producer.send(outgoing, countdown);
        } catch (KafkaException | IllegalStateException refused) {
            countdown.arrived(refused);
        }
    }

    /**
     * Whether the producer knows the topics, without which it would refuse to send. Does not wait:
     * asking makes the producer ask, and the next question finds the answer.
     */
    boolean knowsTopics() {
        try {
            topics.forEach(producer::partitionsFor);
            return true;
        } catch (TimeoutException notYet) {
            return false;
        }
    }
}
