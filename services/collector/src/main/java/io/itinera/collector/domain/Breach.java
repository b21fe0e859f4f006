package io.itinera.collector.domain;

/**
 * One place where an event is not what the tracking plan says.
 *
 * @param path a JSON Pointer into its properties (its traits, of an identify or group); empty for
 *     the whole
 * @param message what is wrong there, in the plan's terms and never with the event's value
 */
public record Breach(String path, String message) {}
