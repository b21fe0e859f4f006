/** Published segments, journeys and templates: immutable versions and their heads. */
@NullMarked
package io.itinera.contracts.definitions;

import org.jspecify.annotations.NullMarked;
