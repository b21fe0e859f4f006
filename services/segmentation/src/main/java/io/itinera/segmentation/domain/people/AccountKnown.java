package io.itinera.segmentation.domain.people;

import io.itinera.segmentation.domain.customer.Stamped;
import java.time.Instant;
import java.util.SortedMap;

/**
 * What is known of an account. It goes to each partition in which members live.
 *
 * @param workspace the tenant
 * @param account as the company calls it
 * @param traits by name
 * @param revision how often a value has changed
 * @param at when the evidence was received
 */
public record AccountKnown(
        String workspace,
        String account,
        SortedMap<String, Stamped<Object>> traits,
        long revision,
        Instant at)
        implements PeopleRecord {}
