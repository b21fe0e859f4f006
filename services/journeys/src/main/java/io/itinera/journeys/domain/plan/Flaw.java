package io.itinera.journeys.domain.plan;

import org.jspecify.annotations.Nullable;

/**
 * One thing that keeps a plan from being published.
 *
 * @param node the node that it concerns, {@value Plans#TRIGGER} for the way in; absent when it
 *     concerns the whole
 * @param path where, as a JSON Pointer (RFC 6901) into the plan
 * @param code which kind of flaw, such as {@code edge_missing}
 * @param message a sentence for the author
 */
public record Flaw(@Nullable String node, String path, String code, String message) {}
