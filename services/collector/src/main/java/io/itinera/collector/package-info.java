/**
 * Takes what tracking clients send over HTTP and puts it on the events topic, answering only after
 * the broker has it. An event's way, in reading order: {@link io.itinera.collector.api} takes the
 * request's bytes, {@link io.itinera.collector.Collector} has them read by a {@link
 * io.itinera.collector.domain.Dialect} of {@link io.itinera.collector.wire} and judged by {@link
 * io.itinera.collector.domain.Intake}, and {@link io.itinera.collector.topics} publishes; {@link
 * io.itinera.collector.store} holds the write keys and the newest events in memory. {@link
 * io.itinera.collector.lag} counts how late they were. {@link io.itinera.collector.LiveView} shows
 * them to people, and {@link io.itinera.collector.Appeals} judges anew what was refused.
 */
@NullMarked
package io.itinera.collector;

import org.jspecify.annotations.NullMarked;
