/**
 * The packed binary form of state values. Bytes of every released form stay in the tests: what was
 * stored once is read forever, and what a later release added is kept by an earlier one.
 */
@NullMarked
package io.itinera.kit.codec;

import org.jspecify.annotations.NullMarked;
