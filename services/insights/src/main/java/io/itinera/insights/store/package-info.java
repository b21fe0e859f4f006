/** DuckDB: rows by origin, the map of merges, offsets, and the questions in SQL. */
@NullMarked
package io.itinera.insights.store;

import org.jspecify.annotations.NullMarked;
