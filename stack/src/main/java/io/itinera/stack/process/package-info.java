/**
 * Child processes that are recorded on disk, so that whoever comes next can find, stop or end them.
 */
@NullMarked
package io.itinera.stack.process;

import org.jspecify.annotations.NullMarked;
