package io.itinera.collector.topics;

import io.itinera.collector.domain.Positions;
import io.itinera.collector.domain.QuarantineEntry;
import io.itinera.collector.domain.QuarantineFilter;
import io.itinera.collector.plan.QuarantineLog;
import io.itinera.contracts.Topics;
import io.itinera.kit.problem.Problem;
import io.itinera.kit.problem.ProblemCode;
import io.itinera.kit.topics.TopicNames;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/** Reads quarantine over a connection for each question; so many questions at a time. */
@Singleton
final class KafkaQuarantine implements QuarantineLog {
    private static final int MAX_SEARCHES = 4;
    private static final int MAX_POLL_RECORDS = 200;
    private static final int MAX_FETCH_BYTES = 4 * 1024 * 1024;
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration SOON = Duration.ofSeconds(1);

    private final ClientSettings settings;
    private final String topic;
    private final Semaphore searches = new Semaphore(MAX_SEARCHES);

    @Inject
    KafkaQuarantine(ClientSettings settings, TopicNames names) {
        this.settings = settings;
        this.topic = names.of(Topics.QUARANTINE);
    }

    @Override
    public Found newest(
            String workspace, QuarantineFilter filter, @Nullable Positions before, int limit) {
        if (!searches.tryAcquire()) {
            throw new Problem(
                    ProblemCode.TOO_MANY_REQUESTS, "Others look through quarantine", SOON);
        }
        try {
            return asking(
                    quarantine ->
                            new BackwardSearch(
                                            quarantine,
                                            workspace,
                                            filter,
                                            BackwardSearch.Budget.USUAL,
                                            InstantSource.system())
                                    .find(before, limit));
        } finally {
            searches.release();
        }
    }

    @Override
    public Positions beginning(@Nullable Instant from) {
        return asking(
                it -> QuarantineConsumer.positions(from == null ? it.beginnings() : it.from(from)));
    }

    @Override
    public Positions end() {
        return asking(it -> QuarantineConsumer.positions(it.ends()));
    }

    @Override
    public Reading read(String workspace, Positions from, Positions to) {
        try {
            return new Forward(open(), workspace, from, to);
        } catch (KafkaException away) {
            throw away(away);
        }
    }

    private <T> T asking(Function<QuarantineConsumer, T> question) {
        try (QuarantineConsumer quarantine = open()) {
            return question.apply(quarantine);
        } catch (KafkaException away) {
            throw away(away);
        }
    }

    private QuarantineConsumer open() {
        Map<String, Object> all = new HashMap<>(settings.reader());
        all.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, MAX_POLL_RECORDS);
        all.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, MAX_FETCH_BYTES);
        all.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis());
        all.put(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis());
        return new QuarantineConsumer(
                new KafkaConsumer<>(all, new ByteArrayDeserializer(), new ByteArrayDeserializer()),
                topic);
    }

    private static Problem away(KafkaException away) {
        return new Problem(
                ProblemCode.UNAVAILABLE,
                "Quarantine cannot be read at the moment: " + away.getClass().getSimpleName(),
                PATIENCE);
    }

    private static final class Forward implements Reading {
        private final QuarantineConsumer quarantine;
        private final String workspace;
        private final Map<TopicPartition, Long> ends = new HashMap<>();

        Forward(QuarantineConsumer quarantine, String workspace, Positions from, Positions to) {
            this.quarantine = quarantine;
            this.workspace = workspace;
            Map<TopicPartition, Long> beginnings = quarantine.beginnings();
            for (TopicPartition partition : quarantine.partitions()) {
                long beginning = beginnings.get(partition);
                long asked = from.offsets().getOrDefault(partition.partition(), beginning);
                quarantine.kafka().seek(partition, Math.max(beginning, asked));
                ends.put(partition, to.offsets().getOrDefault(partition.partition(), 0L));
            }
        }

        @Override
        public List<QuarantineEntry> next() {
            quarantine.kafka().pause(ends.keySet().stream().filter(this::isDone).toList());
            List<QuarantineEntry> entries = new ArrayList<>();
            for (ConsumerRecord<byte[], byte[]> stored :
                    quarantine.kafka().poll(QuarantineConsumer.POLL)) {
                TopicPartition partition = new TopicPartition(stored.topic(), stored.partition());
                if (stored.offset() < ends.get(partition)) {
                    QuarantineConsumer.entry(stored, workspace).ifPresent(entries::add);
                }
            }
            return entries;
        }

        @Override
        public Positions positions() {
            Map<TopicPartition, Long> reached = new HashMap<>();
            ends.keySet().forEach(it -> reached.put(it, quarantine.kafka().position(it)));
            return QuarantineConsumer.positions(reached);
        }

        @Override
        public boolean isAtEnd() {
            return ends.keySet().stream().allMatch(this::isDone);
        }

        private boolean isDone(TopicPartition partition) {
            return quarantine.kafka().position(partition) >= ends.get(partition);
        }

        @Override
        public void close() {
            quarantine.close();
        }
    }
}
