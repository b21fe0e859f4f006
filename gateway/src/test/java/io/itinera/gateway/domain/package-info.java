/** Who may do what, by example and by property. */
@NullMarked
package io.itinera.gateway.domain;

import org.jspecify.annotations.NullMarked;
