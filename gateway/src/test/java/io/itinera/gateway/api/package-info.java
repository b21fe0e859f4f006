/** Facts about what the marketer API lets in. */
@NullMarked
package io.itinera.gateway.api;

import org.jspecify.annotations.NullMarked;
