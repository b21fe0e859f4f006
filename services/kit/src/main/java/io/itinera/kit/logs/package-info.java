/** How logs are written: constant words, and who and where as key-values from one dictionary. */
@NullMarked
package io.itinera.kit.logs;

import org.jspecify.annotations.NullMarked;
