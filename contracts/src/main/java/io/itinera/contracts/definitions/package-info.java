/**
 * Published segments, journeys and templates, immutable versions and their heads, and the tracking
 * plan.
 */
@NullMarked
package io.itinera.contracts.definitions;

import org.jspecify.annotations.NullMarked;
