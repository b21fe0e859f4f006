package io.itinera.collector.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request's events, with what its envelope says of all of them.
 *
 * @param drafts in the order of the body
 * @param writeKey the key, when the body carries one
 * @param sentAt when the client sent the envelope, by its own clock
 * @param context what holds for each event that does not say otherwise
 */
public record Submission(
        List<Draft> drafts,
        @Nullable String writeKey,
        @Nullable String sentAt,
        @Nullable Slice context)
        implements Reading {}
