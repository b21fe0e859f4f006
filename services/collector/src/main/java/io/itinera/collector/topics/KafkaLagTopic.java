package io.itinera.collector.topics;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.itinera.collector.lag.LagTopic;
import io.itinera.contracts.Keys;
import io.itinera.contracts.events.EventsRecord;
import io.itinera.contracts.events.LagReport;
import io.itinera.kit.problem.Problem;
import io.itinera.kit.problem.ProblemCode;
import io.itinera.kit.records.JsonCodec;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** One report is one record in each partition, sent by the producer that sends events. */
@Singleton
final class KafkaLagTopic implements LagTopic {
    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);
    private static final JsonCodec<EventsRecord> CODEC = JsonCodec.of(EventsRecord.class);

    private final KafkaPublisher publisher;

    @Inject
    KafkaLagTopic(KafkaPublisher publisher) {
        this.publisher = publisher;
    }

    @Override
    public void tell(LagReport report) {
        String key = Keys.head(report.workspace(), report.source());
        CompletableFuture<@Nullable Exception> told = new CompletableFuture<>();
        publisher.publishEverywhere(
                key.getBytes(UTF_8), CODEC.write(report), report.to(), told::complete);
        Exception failure = told.join();
        if (failure != null) {
            throw new Problem(
                    ProblemCode.UNAVAILABLE,
                    "Kafka does not take it at the moment: " + failure.getClass().getSimpleName(),
                    RETRY_AFTER);
        }
    }
}
