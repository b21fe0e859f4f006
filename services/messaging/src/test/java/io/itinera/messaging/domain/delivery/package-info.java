/** What becomes of a delivery. */
@NullMarked
package io.itinera.messaging.domain.delivery;

import org.jspecify.annotations.NullMarked;
