package io.itinera.conditions;

/**
 * One thing that is wrong with a condition.
 *
 * @param path where, as a JSON Pointer (RFC 6901) into the condition
 * @param message a sentence for the person who wrote it
 */
public record Flaw(String path, String message) {}
