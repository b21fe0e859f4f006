/**
 * Which of a request's events are taken: {@link io.itinera.collector.domain.Intake} judges what a
 * dialect read. Pure: the clock, ids, the source and the reader of JSON are passed in.
 */
@NullMarked
package io.itinera.collector.domain;

import org.jspecify.annotations.NullMarked;
