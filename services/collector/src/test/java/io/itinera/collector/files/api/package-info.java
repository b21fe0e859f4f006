/** Tests of uploads' edge. */
@NullMarked
package io.itinera.collector.files.api;

import org.jspecify.annotations.NullMarked;
