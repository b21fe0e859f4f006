/** What a delivery is and what a mapping makes of one. */
@NullMarked
package io.itinera.collector.hooks.domain;

import org.jspecify.annotations.NullMarked;
