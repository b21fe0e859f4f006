/**
 * CloudEvents over HTTP: {@link io.itinera.collector.dialects.cloudevents.JsonFormat} when the body
 * is the event or a list of them, {@link io.itinera.collector.dialects.cloudevents.BinaryMode} when
 * its attributes stand in headers; either way {@link
 * io.itinera.collector.dialects.cloudevents.CloudEvent} becomes one of ours.
 */
@NullMarked
package io.itinera.collector.dialects.cloudevents;

import org.jspecify.annotations.NullMarked;
