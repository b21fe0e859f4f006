/**
 * Webhooks that other systems send. A source says which {@link io.itinera.collector.hooks.Preset}
 * it takes; {@link io.itinera.collector.hooks.Hooks} makes of that a dialect that checks a
 * delivery's signature by a {@link io.itinera.collector.hooks.signatures.Scheme}, has events made
 * of its body by a {@link io.itinera.collector.hooks.mapping.Mapping}, and hands them on as every
 * other dialect does.
 */
@NullMarked
package io.itinera.collector.hooks;

import org.jspecify.annotations.NullMarked;
