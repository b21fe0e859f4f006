/**
 * PostHog: {@link io.itinera.collector.dialects.posthog.Capture} reads a body, {@link
 * io.itinera.collector.dialects.posthog.Captured} tells each of its events as Segment would.
 */
@NullMarked
package io.itinera.collector.dialects.posthog;

import org.jspecify.annotations.NullMarked;
