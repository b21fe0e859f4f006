/** Facts about files of events on their way in. */
@NullMarked
package io.itinera.collector.files;

import org.jspecify.annotations.NullMarked;
