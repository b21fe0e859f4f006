package io.itinera.collector.domain;

/**
 * A body that is no JSON of the dialect; nothing of it is taken.
 *
 * @param detail a sentence that says what and where
 */
public record Undecodable(String detail) implements Reading {}
