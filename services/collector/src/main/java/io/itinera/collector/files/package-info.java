/**
 * Events that come as files. {@link io.itinera.collector.files.Imports} keeps what is announced and
 * how far it is; an {@link io.itinera.collector.files.Upload} reads bytes as they come, has them
 * cut into rows by {@link io.itinera.collector.files.domain.RowCutter}, read by a {@link
 * io.itinera.collector.files.rows.RowReader} and judged and published as every other event is, and
 * keeps its place after the broker has them.
 */
@NullMarked
package io.itinera.collector.files;

import org.jspecify.annotations.NullMarked;
