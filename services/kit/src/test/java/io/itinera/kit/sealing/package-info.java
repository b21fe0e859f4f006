/** Facts about sealed texts. */
@NullMarked
package io.itinera.kit.sealing;

import org.jspecify.annotations.NullMarked;
