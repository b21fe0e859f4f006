package io.itinera.collector.domain;

/**
 * What is wrong with one event.
 *
 * @param reason the code
 * @param detail a sentence that names the field and the limit, never a personal value
 */
public record Flaw(Reason reason, String detail) {}
