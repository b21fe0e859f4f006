/** Facts about the Kafka edge, against a real broker. */
@NullMarked
package io.itinera.insights.topics;

import org.jspecify.annotations.NullMarked;
