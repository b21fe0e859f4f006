/** What is sealed stays sealed. */
@NullMarked
package io.itinera.gateway.store;

import org.jspecify.annotations.NullMarked;
