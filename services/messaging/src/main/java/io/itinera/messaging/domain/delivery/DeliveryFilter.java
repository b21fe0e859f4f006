package io.itinera.messaging.domain.delivery;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which deliveries of a workspace to list; what is absent does not matter.
 *
 * @param workspace the tenant
 * @param customer who they were for
 * @param journey which journey asked
 * @param state where they stand
 * @param before only those before this place
 * @param limit the most that are listed
 */
public record DeliveryFilter(
        String workspace,
        @Nullable UUID customer,
        @Nullable UUID journey,
        @Nullable DeliveryState state,
        @Nullable Long before,
        int limit) {}
