package io.itinera.loadtests.checker;

/**
 * An event as it stands in {@code quarantine}.
 *
 * @param id its message id; empty when it cannot be read
 * @param workspace the tenant that has it
 * @param bytesHash of the original bytes
 * @param payloadHash of the payload; empty when it cannot be read
 */
public record Aside(String id, String workspace, String bytesHash, String payloadHash) {}
