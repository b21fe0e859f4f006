package io.itinera.loadtests.checker;

/**
 * An event as it stands on {@code events} or {@code activity}.
 *
 * @param id its message id
 * @param workspace the tenant that has it
 * @param customer {@code user|} or {@code anonymous|} and the id of who did it
 * @param person on {@code activity}, the customer that it was counted for; empty on {@code events}
 * @param hash of its payload
 */
public record Sighting(String id, String workspace, String customer, String person, String hash) {}
