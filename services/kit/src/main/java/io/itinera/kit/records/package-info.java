/** The values of records: bytes to wire records and back, and what becomes of the unreadable. */
@NullMarked
package io.itinera.kit.records;

import org.jspecify.annotations.NullMarked;
