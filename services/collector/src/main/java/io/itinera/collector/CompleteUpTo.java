package io.itinera.collector;

import io.itinera.contracts.settings.Source;
import java.time.Instant;

/**
 * That a source has sent all of its events up to a moment. Fired as a CDI event when an import that
 * says so is finished: whoever observes it may block, and the import is not finished when an
 * observer throws. It may be told again.
 *
 * @param source whose events are complete
 * @param at up to when
 */
public record CompleteUpTo(Source source, Instant at) {}
