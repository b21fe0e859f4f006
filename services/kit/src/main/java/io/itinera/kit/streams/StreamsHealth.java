package io.itinera.kit.streams;

import java.util.function.Supplier;
import org.apache.kafka.streams.KafkaStreams;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/**
 * Ready once the topology has run, and while it goes on or is being shared out anew: its stores
 * then still answer. A service with a topology produces one as its readiness.
 */
public final class StreamsHealth implements HealthCheck {
    private final Supplier<KafkaStreams.State> state;
    private volatile boolean hasRun;

    /** The health of these streams. */
    public StreamsHealth(KafkaStreams streams) {
        this(streams::state);
    }

    StreamsHealth(Supplier<KafkaStreams.State> state) {
        this.state = state;
    }

    @Override
    public HealthCheckResponse call() {
        KafkaStreams.State now = state.get();
        hasRun |= now == KafkaStreams.State.RUNNING;
        return HealthCheckResponse.named("streams")
                .withData("state", now.name())
                .status(
                        now == KafkaStreams.State.RUNNING
                                || (hasRun && now == KafkaStreams.State.REBALANCING))
                .build();
    }
}
