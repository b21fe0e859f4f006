/**
 * The HTTP edge of imports: announced, tried and looked at over REST, sent as bytes as they come.
 */
@NullMarked
package io.itinera.collector.files.api;

import org.jspecify.annotations.NullMarked;
