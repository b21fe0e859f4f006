/** The ids that we create, and the ones that follow from what they name. */
@NullMarked
package io.itinera.kit.ids;

import org.jspecify.annotations.NullMarked;
