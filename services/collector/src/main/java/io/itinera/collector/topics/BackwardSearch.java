package io.itinera.collector.topics;

import io.itinera.collector.domain.Positions;
import io.itinera.collector.domain.QuarantineEntry;
import io.itinera.collector.domain.QuarantineFilter;
import io.itinera.collector.plan.QuarantineLog.Found;
import io.itinera.contracts.Keys;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Reads a topic's partitions backwards, some records of each at a time, and goes through the
 * workspace's from the newest to the oldest. Others' are passed over: neither held nor counted.
 */
final class BackwardSearch {
    /** Collectors' clocks and requests differ; further than this apart nothing is out of order. */
    private static final Duration DISORDER = Duration.ofMinutes(1);

    private final QuarantineConsumer quarantine;
    private final String workspace;
    private final QuarantineFilter filter;
    private final Budget budget;
    private final InstantSource clock;
    private final List<Stretch> stretches = new ArrayList<>();
    private int examined;

    /**
     * How much one search may do.
     *
     * @param chunk the records of a partition that are read at a time
     * @param records the workspace's records that it goes through before it stops, found or not
     * @param time how long it goes on
     */
    record Budget(int chunk, int records, Duration time) {
        static final Budget USUAL = new Budget(200, 20_000, Duration.ofSeconds(4));
    }

    BackwardSearch(
            QuarantineConsumer quarantine,
            String workspace,
            QuarantineFilter filter,
            Budget budget,
            InstantSource clock) {
        this.quarantine = quarantine;
        this.workspace = workspace;
        this.filter = filter;
        this.budget = budget;
        this.clock = clock;
    }

    Found find(@Nullable Positions before, int limit) {
        begin(before);
        Instant deadline = clock.instant().plus(budget.time());
        List<QuarantineEntry> found = new ArrayList<>();
        while (found.size() < limit && examined < budget.records() && isFilled(deadline)) {
            Optional<Seen> newest = newest();
            if (newest.isEmpty()) {
                return new Found(found, null);
            }
            newest.get().entry().ifPresent(found::add);
        }
        return new Found(found, next());
    }

    private void begin(@Nullable Positions before) {
        Map<TopicPartition, Long> first = quarantine.beginnings();
        Instant from = filter.from();
        Map<TopicPartition, Long> lowest = from == null ? first : quarantine.from(from);
        Instant to = filter.to();
        Map<TopicPartition, Long> highest =
                to == null ? quarantine.ends() : quarantine.from(to.plus(DISORDER));
        for (TopicPartition partition : quarantine.partitions()) {
            long low = Math.max(first.get(partition), lowest.get(partition));
            long end = highest.get(partition);
            Long asked = before == null ? null : before.offsets().get(partition.partition());
            long high = asked == null ? end : Math.min(asked, end);
            quarantine.kafka().seek(partition, high);
            stretches.add(new Stretch(partition, low, high));
        }
    }

    /** The newest record that was not looked at yet, with its entry if it passes. */
    private Optional<Seen> newest() {
        Optional<Stretch> of =
                stretches.stream()
                        .filter(it -> !it.read.isEmpty())
                        .max(Comparator.comparingLong(it -> it.read.getLast().timestamp()));
        of.ifPresent(_ -> examined++);
        return of.map(Stretch::take);
    }

    /**
     * Reads what stands before, of every partition of which nothing is left in hand; false when the
     * time is over, and what is in hand may not be the newest.
     */
    private boolean isFilled(Instant deadline) {
        for (List<Stretch> empty = empty(); !empty.isEmpty(); empty = empty()) {
            if (!clock.instant().isBefore(deadline)) {
                return false;
            }
            readChunks(empty);
        }
        return clock.instant().isBefore(deadline);
    }

    private List<Stretch> empty() {
        return stretches.stream().filter(it -> it.read.isEmpty() && it.low < it.before).toList();
    }

    private void readChunks(List<Stretch> empty) {
        Consumer<byte[], byte[]> kafka = quarantine.kafka();
        Map<TopicPartition, Stretch> reading = new HashMap<>();
        kafka.pause(quarantine.partitions());
        for (Stretch stretch : empty) {
            stretch.chunk = Math.max(stretch.low, stretch.before - budget.chunk());
            kafka.seek(stretch.partition, stretch.chunk);
            reading.put(stretch.partition, stretch);
        }
        kafka.resume(reading.keySet());
        Instant patience = clock.instant().plus(budget.time());
        while (!reading.isEmpty()) {
            if (clock.instant().isAfter(patience)) {
                throw new TimeoutException("quarantine is not given out");
            }
            kafka.poll(QuarantineConsumer.POLL).forEach(it -> read(it, reading));
            List<TopicPartition> done =
                    reading.values().stream()
                            .filter(it -> kafka.position(it.partition) >= it.before)
                            .map(it -> it.partition)
                            .toList();
            kafka.pause(done);
            done.forEach(partition -> reading.remove(partition).close());
        }
    }

    private void read(ConsumerRecord<byte[], byte[]> stored, Map<TopicPartition, Stretch> reading) {
        Stretch stretch = reading.get(new TopicPartition(stored.topic(), stored.partition()));
        if (stretch != null
                && stored.offset() < stretch.before
                && workspace.equals(Keys.workspace(stored.key()))) {
            Optional<QuarantineEntry> entry =
                    QuarantineConsumer.entry(stored, workspace)
                            .filter(it -> filter.passes(it.record()));
            stretch.read.addLast(new Seen(stored.offset(), stored.timestamp(), entry));
        }
    }

    private @Nullable Positions next() {
        boolean isAtBeginning = stretches.stream().allMatch(it -> it.mark() <= it.low);
        if (isAtBeginning) {
            return null;
        }
        Map<TopicPartition, Long> marks = new HashMap<>();
        stretches.forEach(it -> marks.put(it.partition, it.mark()));
        return QuarantineConsumer.positions(marks);
    }

    private record Seen(long offset, long timestamp, Optional<QuarantineEntry> entry) {}

    /** What is left of one partition. */
    private static final class Stretch {
        final TopicPartition partition;
        final long low;
        final Deque<Seen> read = new ArrayDeque<>();
        long before;
        long chunk;

        Stretch(TopicPartition partition, long low, long before) {
            this.partition = partition;
            this.low = low;
            this.before = before;
        }

        /** Its chunk has been read; what is left to read stands before it. */
        void close() {
            before = chunk;
        }

        Seen take() {
            return read.removeLast();
        }

        /** Behind the newest that was not looked at. */
        long mark() {
            return read.isEmpty() ? before : read.getLast().offset() + 1;
        }
    }
}
