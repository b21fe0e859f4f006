package io.itinera.kit.streams;

import static org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse.REPLACE_THREAD;
import static org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.common.errors.InvalidTxnStateException;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.junit.jupiter.api.Test;

final class StreamThreadsTest {
    private Instant now = Instant.parse("2026-03-01T10:00:00Z");
    private final StreamThreads threads = new StreamThreads(() -> now);

    @Test
    void threadsAreReplacedUntilTooManyEnded() {
        assertEquals(
                Stream.concat(
                                Collections.nCopies(StreamThreads.MOST, REPLACE_THREAD).stream(),
                                Stream.of(SHUTDOWN_CLIENT))
                        .toList(),
                ends(StreamThreads.MOST + 1));
    }

    @Test
    void endsOfLongAgoDoNotCount() {
        ends(StreamThreads.MOST);
        now = now.plus(StreamThreads.WITHIN);
        assertEquals(List.of(REPLACE_THREAD), ends(1));
    }

    @Test
    void endsCountToTheLastMoment() {
        ends(StreamThreads.MOST);
        now = now.plus(StreamThreads.WITHIN).minusMillis(1);
        assertEquals(List.of(SHUTDOWN_CLIENT), ends(1));
    }

    private List<StreamThreadExceptionResponse> ends(int times) {
        return Stream.generate(() -> threads.handle(new InvalidTxnStateException("unknown")))
                .limit(times)
                .toList();
    }
}
