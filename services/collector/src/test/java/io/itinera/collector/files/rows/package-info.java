/** Facts about what rows say. */
@NullMarked
package io.itinera.collector.files.rows;

import org.jspecify.annotations.NullMarked;
