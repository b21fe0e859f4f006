package io.itinera.contracts.transitions;

/**
 * What happened to an enrollment, or on the way into it or out to the customer; named as on the
 * wire.
 */
public enum TransitionKind {
    /** An enrollment began. */
    entered,
    /** An event could have begun one and did not; {@code reason} says why. No enrollment. */
    refused,
    /** The enrollment reached a node. */
    arrived,
    /** It left a node by an edge. */
    passed,
    /** It ended at a node; {@code reason} says why. */
    ended,
    /** A message was asked for. */
    requested,
    /** A message that had been asked for was called back. */
    calledBack,
    /** A gate let the message through, or not: {@code gate}, {@code verdict} in the details. */
    gate,
    /** The provider took the message. */
    sent,
    /** The message did not leave; {@code reason} says why. */
    suppressed,
    /** The provider refused the message for good. */
    failed,
    /** The customer followed a link in it. */
    clicked,
    /** What would have excluded the customer came after the message had left. */
    lateConversion
}
