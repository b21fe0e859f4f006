/**
 * How much a source may send: {@link io.itinera.collector.limits.RateLimits} lets a request in or
 * says when to come back, from what {@link io.itinera.collector.limits.Lender} lent beforehand.
 */
@NullMarked
package io.itinera.collector.limits;

import org.jspecify.annotations.NullMarked;
