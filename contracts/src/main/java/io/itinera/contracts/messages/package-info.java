/** What journeys ask messaging to do. */
@NullMarked
package io.itinera.contracts.messages;

import org.jspecify.annotations.NullMarked;
