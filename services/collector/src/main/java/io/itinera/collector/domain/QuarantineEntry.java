package io.itinera.collector.domain;

import io.itinera.contracts.quarantine.Quarantined;

/**
 * A record of the quarantine topic.
 *
 * @param place where it stands there, as one word; never another record's
 * @param record what it says
 */
public record QuarantineEntry(String place, Quarantined record) {}
