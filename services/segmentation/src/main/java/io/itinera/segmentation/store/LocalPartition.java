package io.itinera.segmentation.store;

/**
 * What one partition knows, as this instance's copy of it has it, to be read.
 *
 * @param number which partition
 * @param customers who lives there
 * @param ledgers how we know who they are
 * @param timelines what they did
 * @param lookups the ways to them
 * @param definitions what it has read of what was published
 */
public record LocalPartition(
        int number,
        CustomerView customers,
        LedgerView ledgers,
        TimelineView timelines,
        LookupView lookups,
        DefinitionView definitions) {}
