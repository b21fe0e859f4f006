package io.itinera.journeys.store;

import io.itinera.journeys.domain.Customer;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;

/**
 * A customer as they were loaded, with what saving needs to write no more than changed.
 *
 * @param customer them
 * @param known true when anything was stored
 * @param timer where their timer stands
 * @param unknown fields of a later release, by enrollment
 * @param unknownOfIndex likewise, of the customer's own record
 */
public record Remembered(
        Customer customer,
        boolean known,
        @Nullable Instant timer,
        Map<UUID, Bytes> unknown,
        Bytes unknownOfIndex) {}
