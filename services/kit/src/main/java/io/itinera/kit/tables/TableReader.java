package io.itinera.kit.tables;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.itinera.kit.tables.Table.Edition;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Reads all of a compacted topic into a table and follows it, for as long as the service runs.
 * Every instance reads every partition, so there is no group and no offset to commit. Whatever goes
 * wrong, it says so, waits and starts over with an empty edition; the one before stays in use until
 * the new one has caught up.
 */
public final class TableReader implements Runnable {
    private static final Logger LOG = Logger.getLogger(TableReader.class);
    private static final Duration POLL = Duration.ofSeconds(1);

    private final Supplier<Consumer<byte[], byte[]>> consumers;
    private final String topic;
    private final Table table;
    private final Pace pace;
    private final InstantSource clock;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final AtomicLong restarts = new AtomicLong();
    private volatile @Nullable Instant currentAt;
    private volatile @Nullable Consumer<byte[], byte[]> consumer;

    /**
     * How patient a reader is.
     *
     * @param check how often it asks where the topic ends, so that it knows whether it is current
     * @param pause how long it waits before it starts over
     */
    public record Pace(Duration check, Duration pause) {
        public static final Pace USUAL = new Pace(Duration.ofSeconds(15), Duration.ofSeconds(2));
    }

    /**
     * A reader that has not begun.
     *
     * @param consumers each with {@link #settings}, that is without a group, and without a place to
     *     go when its offset is out of range
     */
    public TableReader(
            Supplier<Consumer<byte[], byte[]>> consumers,
            String topic,
            Table table,
            Pace pace,
            InstantSource clock) {
        this.consumers = consumers;
        this.topic = topic;
        this.table = table;
        this.pace = pace;
        this.clock = clock;
    }

    /**
     * How a reader's consumer is set up: it reads from the start and commits nothing. It may not
     * begin again by itself when its place is gone: then what it read before is of another topic.
     *
     * @param operator what the operator has set
     */
    public static Map<String, Object> settings(Map<String, Object> operator) {
        Map<String, Object> settings = new HashMap<>(operator);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
        return settings;
    }

    /** How often it had to start over. */
    public long restarts() {
        return restarts.get();
    }

    /** When it last stood at the topic's end; null when it never did. */
    public @Nullable Instant currentAt() {
        return currentAt;
    }

    /** Makes it end; the thread that runs it returns soon. */
    public void stop() {
        stopped.countDown();
        Consumer<byte[], byte[]> reading = consumer;
        if (reading != null) {
            reading.wakeup();
        }
    }

    @Override
    public void run() {
        do {
            try {
                readAll();
            } catch (Throwable anything) {
                if (!isStopped()) {
                    restarts.incrementAndGet();
                    LOG.warnf(anything, "Reading %s starts over", topic);
                }
            }
        } while (!isStoppedWithin(pace.pause()));
    }

    private void readAll() {
        try (Consumer<byte[], byte[]> reading = consumers.get()) {
            consumer = reading;
            List<TopicPartition> partitions = partitions(reading);
            reading.assign(partitions);
            reading.seekToBeginning(partitions);
            Edition edition = table.anew();
            catchUp(reading, partitions, edition);
            follow(reading, partitions, edition);
        } finally {
            consumer = null;
        }
    }

    private void catchUp(
            Consumer<byte[], byte[]> reading, List<TopicPartition> partitions, Edition edition) {
        Map<TopicPartition, Long> ends = reading.endOffsets(partitions);
        while (!isStopped() && !hasReached(reading, ends)) {
            take(reading.poll(POLL), edition);
        }
        if (!isStopped()) {
            edition.publish();
            currentAt = clock.instant();
        }
    }

    private void follow(
            Consumer<byte[], byte[]> reading, List<TopicPartition> partitions, Edition edition) {
        Instant nextCheck = clock.instant().plus(pace.check());
        while (!isStopped()) {
            ConsumerRecords<byte[], byte[]> news = reading.poll(POLL);
            if (!news.isEmpty()) {
                take(news, edition);
                edition.publish();
            }
            if (!clock.instant().isBefore(nextCheck)) {
                check(reading, partitions);
                nextCheck = clock.instant().plus(pace.check());
            }
        }
    }

    /** A topic that ends before our place, or has other partitions, was made anew. */
    private void check(Consumer<byte[], byte[]> reading, List<TopicPartition> partitions) {
        try {
            if (!partitions(reading).equals(partitions)) {
                throw new KafkaException(topic + " has other partitions than before");
            }
            Map<TopicPartition, Long> ends = reading.endOffsets(partitions);
            for (Map.Entry<TopicPartition, Long> end : ends.entrySet()) {
                if (reading.position(end.getKey()) > end.getValue()) {
                    throw new KafkaException(topic + " ends before what was read of it");
                }
            }
            if (hasReached(reading, ends)) {
                currentAt = clock.instant();
            }
        } catch (TimeoutException kafkaIsAway) {
            LOG.infof("Kafka does not say where %s ends; what was read of it holds", topic);
        }
    }

    private List<TopicPartition> partitions(Consumer<byte[], byte[]> reading) {
        List<TopicPartition> known =
                reading.partitionsFor(topic).stream()
                        .map(it -> new TopicPartition(topic, it.partition()))
                        .sorted(Comparator.comparingInt(TopicPartition::partition))
                        .toList();
        if (known.isEmpty()) {
            throw new KafkaException("there is no topic " + topic);
        }
        return known;
    }

    private static boolean hasReached(
            Consumer<byte[], byte[]> reading, Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream()
                .allMatch(end -> reading.position(end.getKey()) >= end.getValue());
    }

    private void take(ConsumerRecords<byte[], byte[]> records, Edition edition) {
        for (ConsumerRecord<byte[], byte[]> entry : records) {
            try {
                edition.put(new String(entry.key(), UTF_8), entry.value());
            } catch (RuntimeException poison) {
                LOG.warnf(
                        poison,
                        "A record of %s is passed over, partition %d, offset %d",
                        topic,
                        entry.partition(),
                        entry.offset());
            }
        }
    }

    private boolean isStopped() {
        return stopped.getCount() == 0;
    }

    private boolean isStoppedWithin(Duration pause) {
        try {
            return stopped.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
