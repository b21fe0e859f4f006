/** What a row of a file says: CSV, NDJSON of Segment's calls, and Google Analytics' export. */
@NullMarked
package io.itinera.collector.files.rows;

import org.jspecify.annotations.NullMarked;
