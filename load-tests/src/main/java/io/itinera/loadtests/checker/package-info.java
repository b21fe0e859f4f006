/**
 * Holds what stands on the topics against what senders wrote down. Read {@link
 * io.itinera.loadtests.checker.Audit} first: it judges and reads nothing; {@link
 * io.itinera.loadtests.checker.Sinks} reads and judges nothing.
 */
@NullMarked
package io.itinera.loadtests.checker;

import org.jspecify.annotations.NullMarked;
