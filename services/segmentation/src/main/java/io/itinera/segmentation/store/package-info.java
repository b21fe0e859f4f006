/** The state stores: how customers, timelines, devices and definitions lie in key order. */
@NullMarked
package io.itinera.segmentation.store;

import org.jspecify.annotations.NullMarked;
