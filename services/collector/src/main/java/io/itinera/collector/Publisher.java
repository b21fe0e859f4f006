package io.itinera.collector;

import io.itinera.collector.domain.Verdict;
import io.itinera.contracts.settings.Source;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Brings a request's verdicts to the broker without ever holding up the caller. */
public interface Publisher {
    /**
     * Publishes them all: accepted events as such, refused ones to quarantine.
     *
     * @param done told once, on any thread: null when the broker has all of them, else why not
     */
    void publish(Batch batch, Consumer<@Nullable Exception> done);

    /**
     * What one request came to.
     *
     * @param trace the request's {@code traceparent}, when it has one
     */
    record Batch(
            List<Verdict> verdicts, Source source, Instant receivedAt, @Nullable String trace) {

        /** Those that were not taken; nearly always none. */
        List<Verdict.Refused> refused() {
            List<Verdict.Refused> refused = List.of();
            for (Verdict verdict : verdicts) {
                if (verdict instanceof Verdict.Refused one) {
                    refused = refused.isEmpty() ? new ArrayList<>() : refused;
                    refused.add(one);
                }
            }
            return refused;
        }
    }
}
