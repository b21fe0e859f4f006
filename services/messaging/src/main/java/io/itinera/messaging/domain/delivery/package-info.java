/** The life of a delivery: gates, hand-over, retries, call-back; a function without I/O. */
@NullMarked
package io.itinera.messaging.domain.delivery;

import org.jspecify.annotations.NullMarked;
