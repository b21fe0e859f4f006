/**
 * The servers that Itinera stands on: what each needs to start and how one knows that it is ready.
 */
@NullMarked
package io.itinera.stack.server;

import org.jspecify.annotations.NullMarked;
