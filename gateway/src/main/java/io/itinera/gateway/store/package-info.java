/** What lasts: workspaces, members and sources in PostgreSQL, login sessions in Redis. */
@NullMarked
package io.itinera.gateway.store;

import org.jspecify.annotations.NullMarked;
