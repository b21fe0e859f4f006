/** What a row of a file says: CSV, NDJSON of Segment's calls, or Google Analytics' export. */
@NullMarked
package io.itinera.collector.files.rows;

import org.jspecify.annotations.NullMarked;
