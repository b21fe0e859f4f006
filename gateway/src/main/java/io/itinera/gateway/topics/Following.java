package io.itinera.gateway.topics;

import io.itinera.contracts.Topics;
import io.itinera.gateway.store.SourceLags;
import io.itinera.kit.tables.TableReader;
import io.itinera.kit.topics.KafkaSettings;
import io.itinera.kit.topics.TopicNames;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.eclipse.microprofile.config.Config;

/** Follows what is said of sources for as long as the gateway runs; nothing waits for it. */
@Singleton
final class Following {
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(2);

    private final TableReader reader;
    private final Thread thread;

    Following(Config config, TopicNames names, SourceLags lags) {
        Map<String, Object> settings = TableReader.settings(KafkaSettings.of(config));
        this.reader =
                new TableReader(
                        () ->
                                new KafkaConsumer<>(
                                        settings,
                                        new ByteArrayDeserializer(),
                                        new ByteArrayDeserializer()),
                        names.of(Topics.SOURCES),
                        lags,
                        TableReader.Pace.USUAL,
                        InstantSource.system());
        this.thread = Thread.ofPlatform().name("source-lags").unstarted(reader);
    }

    void begin(@Observes StartupEvent start) {
        thread.start();
    }

    void end(@Observes ShutdownEvent stop) throws InterruptedException {
        reader.stop();
        thread.join(STOP_TIMEOUT);
    }
}
