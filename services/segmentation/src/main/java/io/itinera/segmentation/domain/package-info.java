/** What segmentation decides: who an event is about, and what it changes in who they are. */
@NullMarked
package io.itinera.segmentation.domain;

import org.jspecify.annotations.NullMarked;
