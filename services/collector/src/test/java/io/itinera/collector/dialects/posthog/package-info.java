/** Facts about PostHog. */
@NullMarked
package io.itinera.collector.dialects.posthog;

import org.jspecify.annotations.NullMarked;
