/** The HTTP edge of insights. */
@NullMarked
package io.itinera.insights.api;

import org.jspecify.annotations.NullMarked;
