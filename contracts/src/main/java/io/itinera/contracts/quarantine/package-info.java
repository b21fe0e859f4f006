/** What could not be used, with the reason and the original bytes. */
@NullMarked
package io.itinera.contracts.quarantine;

import org.jspecify.annotations.NullMarked;
