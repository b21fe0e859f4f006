/**
 * JSON as it comes and as it goes: dialects read bodies in one forward pass, and accepted events
 * are written without a tree of objects between.
 */
@NullMarked
package io.itinera.collector.wire;

import org.jspecify.annotations.NullMarked;
