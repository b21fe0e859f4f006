/** RudderStack: Segment's calls, a pixel, identities that belong together, and ids in headers. */
@NullMarked
package io.itinera.collector.dialects.rudderstack;

import org.jspecify.annotations.NullMarked;
