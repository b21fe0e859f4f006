package io.itinera.collector;

import io.itinera.contracts.settings.Source;
import java.time.Instant;

/**
 * That a source has sent all of its events up to a moment, and the broker has them. Fired as a CDI
 * event when a feed says so, or when an import that says so is about to be finished: whoever
 * observes it may block, and it was not declared, nor is the import finished, when an observer
 * throws. It may be told again.
 *
 * @param source whose events are complete
 * @param at up to when
 */
public record CompleteUpTo(Source source, Instant at) {}
