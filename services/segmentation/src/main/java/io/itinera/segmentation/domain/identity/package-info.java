/** Who sent an event: devices, the people they belong to, and the ledger of how we know. */
@NullMarked
package io.itinera.segmentation.domain.identity;

import org.jspecify.annotations.NullMarked;
