/** What an address, a sender and a link can be. */
@NullMarked
package io.itinera.messaging.domain;

import org.jspecify.annotations.NullMarked;
