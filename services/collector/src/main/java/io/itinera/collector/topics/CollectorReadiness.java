package io.itinera.collector.topics;

import io.itinera.collector.store.WriteKeys;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Ready once every write key has been read and the producer knows its topics. Kafka's absence later
 * on does not take an instance out: its 503 tells clients when to come back, and a balancer's does
 * not.
 */
@Readiness
final class CollectorReadiness implements HealthCheck {
    private final WriteKeys keys;
    private final KafkaPublisher publisher;

    @Inject
    CollectorReadiness(WriteKeys keys, KafkaPublisher publisher) {
        this.keys = keys;
        this.publisher = publisher;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("collector")
                .withData("sources", keys.isComplete())
                .withData("topics", publisher.knowsTopics())
                .status(keys.isComplete() && publisher.knowsTopics())
                .build();
    }
}
