/** The domain room's facts. */
@NullMarked
package io.itinera.insights.domain;

import org.jspecify.annotations.NullMarked;
