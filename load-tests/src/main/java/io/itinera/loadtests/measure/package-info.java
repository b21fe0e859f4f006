/** CPU time by process, medians of pairs, and load that ends by itself. */
@NullMarked
package io.itinera.loadtests.measure;

import org.jspecify.annotations.NullMarked;
