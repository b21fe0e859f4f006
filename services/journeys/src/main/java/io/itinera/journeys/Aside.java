package io.itinera.journeys;

import io.itinera.journeys.store.CustomerKey;
import io.itinera.kit.records.Unreadable;
import java.time.Instant;
import org.apache.kafka.common.utils.Bytes;

/**
 * A customer's step that could not be taken.
 *
 * @param who whose
 * @param original the record that is behind it, empty when there is none
 * @param why what was in its way
 * @param at the task's clock
 */
public record Aside(CustomerKey who, Bytes original, Unreadable why, Instant at) {}
