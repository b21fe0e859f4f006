/** Facts about where rows end and what is known of an import. */
@NullMarked
package io.itinera.collector.files.domain;

import org.jspecify.annotations.NullMarked;
