/**
 * The thinking, from plain values here to rendering, which builds on them, and delivery on both.
 */
@NullMarked
package io.itinera.messaging.domain;

import org.jspecify.annotations.NullMarked;
