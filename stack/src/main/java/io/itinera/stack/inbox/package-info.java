/** A mail server that keeps every mail as it came and shows it over HTTP. */
@NullMarked
package io.itinera.stack.inbox;

import org.jspecify.annotations.NullMarked;
