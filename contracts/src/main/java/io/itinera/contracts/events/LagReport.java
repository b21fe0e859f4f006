package io.itinera.contracts.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.itinera.contracts.Wire;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How late a source's events were, as one collector counted them, or that the source has declared
 * itself complete. It stands in every partition of events, behind the events that it is about, so
 * that whoever reads one partition knows of all sources. Only live events are counted: what is
 * historic, imported or judged anew says nothing of how late the next event will be.
 *
 * @param workspace the tenant
 * @param source whose events
 * @param from when the collector began to count
 * @param to when it ended
 * @param histogram how many events by bucket ({@link LagBuckets}) of receivedAt − occurredAt;
 *     buckets without any are left out
 * @param completeUpTo that all of the source's events up to then have been sent, if it says so
 */
@Wire
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record LagReport(
        String workspace,
        UUID source,
        Instant from,
        Instant to,
        Map<Integer, Long> histogram,
        @Nullable Instant completeUpTo)
        implements EventsRecord {
    public LagReport {
        histogram = histogram == null ? Map.of() : Map.copyOf(histogram);
        histogram.forEach(
                (bucket, count) -> {
                    if (!LagBuckets.exists(bucket) || count < 1) {
                        throw new IllegalArgumentException(
                                "no histogram has %d events in bucket %d".formatted(count, bucket));
                    }
                });
    }
}
