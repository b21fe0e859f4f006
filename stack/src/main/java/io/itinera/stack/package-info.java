/**
 * Real servers without containers, and the launcher that runs Itinera on them.
 *
 * <p>Reading order: {@code process} (a child process and the record of it), {@code server} (what
 * each server needs to start), {@code broker} and {@code inbox} (the two servers that are ours),
 * {@code testing} (how tests attach), {@code launcher} (the commands of {@code ./itinera}).
 */
@NullMarked
package io.itinera.stack;

import org.jspecify.annotations.NullMarked;
