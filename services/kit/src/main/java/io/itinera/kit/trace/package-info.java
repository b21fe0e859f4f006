/**
 * The trace that runs from a request through every topic to the mail: {@code traceparent} on
 * records, {@code traceId} in logs.
 */
@NullMarked
package io.itinera.kit.trace;

import org.jspecify.annotations.NullMarked;
