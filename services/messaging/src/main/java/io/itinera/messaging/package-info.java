/** May we, and how do we, say it. */
@NullMarked
package io.itinera.messaging;

import org.jspecify.annotations.NullMarked;
