package io.itinera.journeys;

import io.itinera.contracts.messages.Trigger;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A run that has not ended, as far as it is shown.
 *
 * @param id the enrollment
 * @param journey the journey
 * @param version its version
 * @param state what it does there
 * @param node where
 * @param since since when
 * @param wakesAt until when, by the clock of its partition
 * @param key what tells it from the customer's other runs
 * @param trigger the event that began it
 */
@RegisterForReflection
public record LiveRun(
        UUID id,
        UUID journey,
        int version,
        String state,
        String node,
        Instant since,
        Instant wakesAt,
        @Nullable String key,
        Trigger trigger) {}
