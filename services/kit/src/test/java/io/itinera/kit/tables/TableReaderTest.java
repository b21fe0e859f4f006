package io.itinera.kit.tables;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Kafka's own consumer for tests stands in for a broker that fails at will. */
class TableReaderTest {
    private static final TopicPartition PARTITION = new TopicPartition("t", 0);
    private static final TableReader.Pace QUICK =
            new TableReader.Pace(Duration.ofMillis(20), Duration.ofMillis(20));

    private final Texts table = new Texts();
    private final Queue<Supplier<Consumer<byte[], byte[]>>> brokers = new ConcurrentLinkedQueue<>();
    private final TableReader reader =
            new TableReader(this::next, "t", table, QUICK, InstantSource.system());
    private final Thread thread = Thread.ofPlatform().unstarted(reader);

    @AfterEach
    void readerEnds() throws InterruptedException {
        reader.stop();
        thread.join();
    }

    @Test
    void nothingIsSeenBeforeAllOfItIsRead() {
        Broker broker = new Broker();
        broker.put("a", "1");
        broker.ends(2);
        begin(broker);
        await().until(() -> broker.position(PARTITION) == 1);
        assertNull(table.seen);

        broker.put("b", "2");
        await().until(() -> Map.of("a", "1", "b", "2").equals(table.seen));
    }

    @Test
    void laterRecordsAreSeenAndTombstonesTakeAway() {
        Broker broker = new Broker();
        begin(broker);
        await().until(table::isComplete);
        broker.put("a", "1");
        broker.put("b", "2");
        broker.put("a", null);
        await().until(() -> Map.of("b", "2").equals(table.seen));
    }

    @Test
    void failureOfAnyKindStartsOverWithWhatTheTopicSaysNow() {
        for (Throwable failure :
                List.of(
                        new KafkaException("lost"),
                        new IllegalStateException("surprise"),
                        new StackOverflowError("deep"))) {
            Broker first = new Broker();
            first.put("gone", "1");
            Broker second = new Broker();
            second.put("kept", failure.toString());
            begin(first);
            brokers.add(() -> second);
            await().until(() -> table.seen != null && table.seen.containsKey("gone"));

            first.fail(failure);
            await().until(() -> Map.of("kept", failure.toString()).equals(table.seen));
            second.fail(new KafkaException("next"));
        }
    }

    @Test
    void editionBeforeStaysInUseWhileKafkaIsAway() {
        Broker first = new Broker();
        first.put("a", "1");
        begin(first);
        await().until(table::isComplete);
        AtomicBoolean away = new AtomicBoolean(true);
        for (int n = 0; n < 3; n++) {
            brokers.add(
                    () -> {
                        throw new KafkaException("nobody listens");
                    });
        }
        Broker last = new Broker();
        last.put("a", "2");
        brokers.add(
                () -> {
                    away.set(!Map.of("a", "1").equals(table.seen));
                    return last;
                });
        first.fail(new KafkaException("lost"));

        await().until(() -> Map.of("a", "2").equals(table.seen));
        assertEquals(false, away.get(), "the first edition was in use to the end");
        assertEquals(4, reader.restarts());
    }

    @Test
    void poisonIsPassedOverAndNothingStartsOver() {
        Broker broker = new Broker();
        broker.put("a", "1");
        broker.put("poison", "!");
        broker.putWithoutKey("?");
        broker.put("b", "2");
        begin(broker);
        await().until(() -> Map.of("a", "1", "b", "2").equals(table.seen));
        assertEquals(0, reader.restarts());
    }

    @Test
    void topicThatWasMadeAnewIsReadFromItsStart() {
        Broker before = new Broker();
        before.put("a", "1");
        before.put("b", "2");
        Broker anew = new Broker();
        anew.put("c", "3");
        begin(before);
        brokers.add(() -> anew);
        await().until(table::isComplete);

        before.ends(1);
        await().until(() -> Map.of("c", "3").equals(table.seen));
    }

    @Test
    void readerSaysWhenItLastStoodAtTheEnd() {
        Broker broker = new Broker();
        begin(broker);
        await().until(() -> reader.currentAt() != null);
        var first = reader.currentAt();
        await().until(() -> reader.currentAt().isAfter(first));
    }

    private void begin(Broker broker) {
        brokers.add(() -> broker);
        if (thread.getState() == Thread.State.NEW) {
            thread.start();
        }
    }

    private Consumer<byte[], byte[]> next() {
        Supplier<Consumer<byte[], byte[]>> next = brokers.poll();
        if (next == null) {
            throw new KafkaException("nobody listens yet");
        }
        return next.get();
    }

    /** A topic of one partition. */
    private static final class Broker extends MockConsumer<byte[], byte[]> {
        private long end;

        Broker() {
            super("none");
            updatePartitions("t", List.of(new PartitionInfo("t", 0, null, null, null)));
            updateBeginningOffsets(Map.of(PARTITION, 0L));
            ends(0);
        }

        void ends(long offset) {
            updateEndOffsets(Map.of(PARTITION, offset));
        }

        void put(String key, @Nullable String value) {
            put(key.getBytes(UTF_8), value == null ? null : value.getBytes(UTF_8));
        }

        void putWithoutKey(String value) {
            put(null, value.getBytes(UTF_8));
        }

        private void put(byte @Nullable [] key, byte @Nullable [] value) {
            ConsumerRecord<byte[], byte[]> entry = new ConsumerRecord<>("t", 0, end++, key, value);
            ends(end);
            schedulePollTask(() -> addRecord(entry));
        }

        void fail(Throwable failure) {
            schedulePollTask(() -> sneak(failure));
        }

        @SuppressWarnings("unchecked")
        private static <T extends Throwable> void sneak(Throwable failure) throws T {
            throw (T) failure;
        }
    }

    /** Texts by key; an exclamation mark cannot be read. */
    private static final class Texts implements Table {
        private volatile @Nullable Map<String, String> seen;

        @Override
        public boolean isComplete() {
            return seen != null;
        }

        @Override
        public Edition anew() {
            Map<String, String> texts = new TreeMap<>();
            return new Edition() {
                @Override
                public void put(String key, byte @Nullable [] value) {
                    if (value == null) {
                        texts.remove(key);
                        return;
                    }
                    String text = new String(value, UTF_8);
                    if (text.equals("!")) {
                        throw new IllegalArgumentException("poison");
                    }
                    texts.put(key, text);
                }

                @Override
                public void publish() {
                    seen = Map.copyOf(texts);
                }
            };
        }
    }
}
