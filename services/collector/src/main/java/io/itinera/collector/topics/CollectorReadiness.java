package io.itinera.collector.topics;

import io.itinera.collector.plan.PlanTable;
import io.itinera.collector.store.WriteKeys;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Ready once every write key and every plan has been read and the producer knows its topics.
 * Kafka's absence later on does not take an instance out: its 503 tells clients when to come back,
 * and a balancer's does not.
 */
@Readiness
final class CollectorReadiness implements HealthCheck {
    private final WriteKeys keys;
    private final PlanTable plan;
    private final KafkaPublisher publisher;

    @Inject
    CollectorReadiness(WriteKeys keys, PlanTable plan, KafkaPublisher publisher) {
        this.keys = keys;
        this.plan = plan;
        this.publisher = publisher;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("collector")
                .withData("sources", keys.isComplete())
                .withData("plan", plan.isComplete())
                .withData("topics", publisher.knowsTopics())
                .status(keys.isComplete() && plan.isComplete() && publisher.knowsTopics())
                .build();
    }
}
