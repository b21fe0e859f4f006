/** Facts about RudderStack. */
@NullMarked
package io.itinera.collector.dialects.rudderstack;

import org.jspecify.annotations.NullMarked;
