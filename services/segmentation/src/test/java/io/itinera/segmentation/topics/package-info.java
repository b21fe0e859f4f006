/** The topology: its shape, and what it does on real Kafka. */
@NullMarked
package io.itinera.segmentation.topics;

import org.jspecify.annotations.NullMarked;
