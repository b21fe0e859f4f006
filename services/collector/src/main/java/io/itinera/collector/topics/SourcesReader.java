package io.itinera.collector.topics;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.itinera.collector.store.WriteKeys;
import io.itinera.contracts.Topics;
import io.itinera.contracts.settings.Source;
import io.itinera.kit.records.JsonCodec;
import io.itinera.kit.records.Unreadable;
import io.itinera.kit.topics.TopicNames;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jboss.logging.Logger;

/**
 * Reads all of the compacted sources topic into memory and follows it. Every instance reads every
 * partition, so there is no group and no offset to commit.
 */
@Singleton
final class SourcesReader {
    private static final Logger LOG = Logger.getLogger(SourcesReader.class);
    private static final Duration POLL = Duration.ofSeconds(1);

    private final ClientSettings settings;
    private final WriteKeys keys;
    private final String topic;
    private final JsonCodec<Source> codec = JsonCodec.of(Source.class);
    private volatile boolean stopping;
    private final Thread thread = Thread.ofPlatform().name("sources-reader").unstarted(this::run);

    @Inject
    SourcesReader(ClientSettings settings, WriteKeys keys, TopicNames names) {
        this.settings = settings;
        this.keys = keys;
        this.topic = names.of(Topics.SOURCES);
    }

    void start(@Observes StartupEvent event) {
        thread.start();
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping = true;
        thread.join(POLL.multipliedBy(2));
    }

    private void run() {
        while (!stopping) {
            try (KafkaConsumer<byte[], byte[]> consumer =
                    new KafkaConsumer<>(
                            settings.reader(),
                            new ByteArrayDeserializer(),
                            new ByteArrayDeserializer())) {
                follow(consumer);
            } catch (WakeupException stopped) {
                return;
            } catch (KafkaException lost) {
                LOG.warn("Reading the sources starts over", lost);
            }
        }
    }

    private void follow(KafkaConsumer<byte[], byte[]> consumer) {
        List<TopicPartition> partitions = partitions(consumer);
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        while (!stopping) {
            consumer.poll(POLL).forEach(this::take);
            if (!keys.isComplete() && hasReached(consumer, ends)) {
                keys.complete();
            }
        }
    }

    /** Waits for the topic: the client asks again until its own timeout, and then we do. */
    private List<TopicPartition> partitions(KafkaConsumer<byte[], byte[]> consumer) {
        List<PartitionInfo> known = consumer.partitionsFor(topic);
        if (known.isEmpty()) {
            throw new KafkaException("there is no topic " + topic);
        }
        return known.stream().map(it -> new TopicPartition(topic, it.partition())).toList();
    }

    private static boolean hasReached(
            KafkaConsumer<byte[], byte[]> consumer, Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream()
                .allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
    }

    private void take(ConsumerRecord<byte[], byte[]> entry) {
        String key = new String(entry.key(), UTF_8);
        try {
            keys.put(key, entry.value() == null ? null : codec.read(entry.value()));
        } catch (Unreadable unreadable) {
            LOG.warnf("A source is passed over at offset %d: %s", entry.offset(), unreadable);
        }
    }
}
