package io.itinera.loadtests.checker;

/**
 * An event as it stands on {@code events} or {@code activity}.
 *
 * @param id its message id
 * @param workspace the tenant that has it
 * @param source what it is said to have come from
 * @param customer {@code user|} or {@code anonymous|} and the id of who did it
 * @param person on {@code activity}, the customer that it was counted for; empty on {@code events}
 * @param hash of its payload
 * @param times when it is said to have happened and to have come
 * @param slot where its record stands
 */
public record Sighting(
        String id,
        String workspace,
        String source,
        String customer,
        String person,
        String hash,
        Times times,
        Slot slot) {

    /**
     * What it says of times.
     *
     * @param occurredAtMs in milliseconds since 1970
     * @param receivedAtMs likewise
     * @param historic whether it is to trigger nothing
     */
    public record Times(long occurredAtMs, long receivedAtMs, boolean historic) {}

    /**
     * What Kafka says of its record.
     *
     * @param key the record's; records with one key keep their order only in one partition
     * @param timestampMs the record's
     */
    public record Slot(String key, int partition, long timestampMs) {}
}
