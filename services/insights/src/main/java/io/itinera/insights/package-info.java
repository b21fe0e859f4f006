/**
 * Says what came of it: funnels, paths, what journeys did and why. In reading order: {@link
 * io.itinera.insights.topics} takes activity and transitions in batches, {@link
 * io.itinera.insights.store} keeps them in DuckDB with their offsets and answers in SQL, {@link
 * io.itinera.insights.domain} says what the answers mean, and {@link io.itinera.insights.api} gives
 * them out.
 */
@NullMarked
package io.itinera.insights;

import org.jspecify.annotations.NullMarked;
