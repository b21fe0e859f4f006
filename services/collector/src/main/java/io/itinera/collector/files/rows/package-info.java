/** What a row of a file says: CSV, or NDJSON of Segment's calls. */
@NullMarked
package io.itinera.collector.files.rows;

import org.jspecify.annotations.NullMarked;
