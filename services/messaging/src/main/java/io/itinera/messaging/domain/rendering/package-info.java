/** From a template and what is known of a customer to the letter that they receive. */
@NullMarked
package io.itinera.messaging.domain.rendering;

import org.jspecify.annotations.NullMarked;
