/**
 * What is known of an import and of its file: where its rows end, wherever its bytes were cut, and
 * what became of them. Pure.
 */
@NullMarked
package io.itinera.collector.files.domain;

import org.jspecify.annotations.NullMarked;
