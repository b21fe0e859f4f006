/**
 * What lasts: workspaces, members and sources in PostgreSQL, login sessions in Redis; and how late
 * sources are, in memory.
 */
@NullMarked
package io.itinera.gateway.store;

import org.jspecify.annotations.NullMarked;
