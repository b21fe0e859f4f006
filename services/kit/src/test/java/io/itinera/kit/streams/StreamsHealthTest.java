package io.itinera.kit.streams;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.streams.KafkaStreams.State;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.api.Test;

final class StreamsHealthTest {
    @Test
    void firstRebalanceIsNotReady() {
        assertEquals(
                List.of(Status.DOWN, Status.DOWN, Status.UP),
                seen(State.CREATED, State.REBALANCING, State.RUNNING));
    }

    @Test
    void laterRebalanceStaysReady() {
        assertEquals(List.of(Status.UP, Status.UP), seen(State.RUNNING, State.REBALANCING));
    }

    @Test
    void failureIsNotReady() {
        assertEquals(List.of(Status.UP, Status.DOWN), seen(State.RUNNING, State.ERROR));
    }

    private static List<Status> seen(State... states) {
        Deque<State> coming = new ArrayDeque<>(List.of(states));
        StreamsHealth health = new StreamsHealth(coming::removeFirst);
        return Stream.of(states).map(_ -> health.call().getStatus()).toList();
    }
}
