/** The topology: bytes to records and back, poison to quarantine, the shell in between. */
@NullMarked
package io.itinera.segmentation.topics;

import org.jspecify.annotations.NullMarked;
