/** The domain room's facts. */
@NullMarked
package io.itinera.collector.domain;

import org.jspecify.annotations.NullMarked;
