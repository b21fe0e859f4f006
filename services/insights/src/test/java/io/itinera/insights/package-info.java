/** Insights as the topics and the routes show it. */
@NullMarked
package io.itinera.insights;

import org.jspecify.annotations.NullMarked;
