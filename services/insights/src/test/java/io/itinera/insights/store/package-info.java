/** The store room's facts. */
@NullMarked
package io.itinera.insights.store;

import org.jspecify.annotations.NullMarked;
