/** What a mail server can do to a letter on its way. */
@NullMarked
package io.itinera.messaging.provider;

import org.jspecify.annotations.NullMarked;
