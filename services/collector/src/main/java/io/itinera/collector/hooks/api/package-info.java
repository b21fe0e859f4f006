/** The HTTP edge for people who set webhooks up: what is known, and what would come of one. */
@NullMarked
package io.itinera.collector.hooks.api;

import org.jspecify.annotations.NullMarked;
