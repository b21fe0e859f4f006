package io.itinera.segmentation.domain.people;

import io.itinera.segmentation.domain.customer.Stamped;
import java.time.Instant;
import java.util.SortedMap;

/**
 * What is known of an account. It goes to each partition in which members live.
 *
 * @param workspace the tenant
 * @param account as the company calls it, as one text
 * @param traits by name
 * @param revision how often a value has changed
 * @param at when the evidence was received
 * @param historic whether that is long past and triggers nothing
 */
public record AccountKnown(
        String workspace,
        String account,
        SortedMap<String, Stamped<Object>> traits,
        long revision,
        Instant at,
        boolean historic)
        implements PeopleRecord {}
