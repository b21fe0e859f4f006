/** The routes, one by one. */
@NullMarked
package io.itinera.segmentation.api;

import org.jspecify.annotations.NullMarked;
