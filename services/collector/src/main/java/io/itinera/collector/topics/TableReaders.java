package io.itinera.collector.topics;

import io.itinera.collector.plan.PlanTable;
import io.itinera.collector.store.Suppressions;
import io.itinera.collector.store.WriteKeys;
import io.itinera.contracts.Topics;
import io.itinera.kit.tables.Table;
import io.itinera.kit.tables.TableReader;
import io.itinera.kit.topics.TopicNames;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/** The compacted topics that are read into memory, each on a thread of its own. */
@Singleton
final class TableReaders {
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(2);

    private final Map<TableReader, Thread> threads = new LinkedHashMap<>();

    @Inject
    TableReaders(
            ClientSettings settings,
            TopicNames names,
            MeterRegistry meters,
            WriteKeys keys,
            PlanTable plan,
            Suppressions suppressions) {
        add(Topics.SOURCES, keys, settings, names, meters);
        add(Topics.EVENT_DEFINITIONS, plan, settings, names, meters);
        add(Topics.SUPPRESSIONS, suppressions, settings, names, meters);
    }

    private void add(
            String topic,
            Table table,
            ClientSettings settings,
            TopicNames names,
            MeterRegistry meters) {
        TableReader reader =
                new TableReader(
                        () ->
                                new KafkaConsumer<>(
                                        settings.reader(),
                                        new ByteArrayDeserializer(),
                                        new ByteArrayDeserializer()),
                        names.of(topic),
                        table,
                        TableReader.Pace.USUAL,
                        InstantSource.system());
        threads.put(reader, Thread.ofPlatform().name(topic + "-reader").unstarted(reader));
        FunctionCounter.builder("itinera.collector.table.restarts", reader, TableReader::restarts)
                .description("How often a topic's reader had to start over")
                .tag("topic", topic)
                .register(meters);
        Gauge.builder("itinera.collector.table.age", reader, it -> age(it.currentAt()))
                .description("How long ago a topic's reader was known to stand at its end")
                .baseUnit("seconds")
                .tag("topic", topic)
                .register(meters);
    }

    private static double age(@Nullable Instant currentAt) {
        return currentAt == null
                ? Double.NaN
                : Duration.between(currentAt, Instant.now()).toMillis() / 1_000.0;
    }

    void start(@Observes StartupEvent event) {
        threads.values().forEach(Thread::start);
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        threads.keySet().forEach(TableReader::stop);
        for (Thread thread : threads.values()) {
            thread.join(STOP_TIMEOUT);
        }
    }
}
