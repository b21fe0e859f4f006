/** The far end of a channel: the mail server, and what its answers mean. */
@NullMarked
package io.itinera.messaging.provider;

import org.jspecify.annotations.NullMarked;
