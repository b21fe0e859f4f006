package io.itinera.collector.topics;

import io.itinera.collector.plan.PlanTable;
import io.itinera.collector.store.Suppressions;
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
    private final Suppressions suppressions;
    private final KafkaPublisher publisher;

    @Inject
    CollectorReadiness(
            WriteKeys keys, PlanTable plan, Suppressions suppressions, KafkaPublisher publisher) {
        this.keys = keys;
        this.plan = plan;
        this.suppressions = suppressions;
        this.publisher = publisher;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("collector")
                .withData("sources", keys.isComplete())
                .withData("plan", plan.isComplete())
                .withData("suppressions", suppressions.isComplete())
                .withData("topics", publisher.knowsTopics())
                .status(hasReadAll() && publisher.knowsTopics())
                .build();
    }

    private boolean hasReadAll() {
        return keys.isComplete() && plan.isComplete() && suppressions.isComplete();
    }
}
