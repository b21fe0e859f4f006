/**
 * What a request says and which of its events are taken: dialects read bodies, intake judges, and
 * the accepted become the JSON of an event. Pure: the clock, ids and the source are passed in.
 */
@NullMarked
package io.itinera.collector.domain;

import org.jspecify.annotations.NullMarked;
