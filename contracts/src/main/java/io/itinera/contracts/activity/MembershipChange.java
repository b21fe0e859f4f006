package io.itinera.contracts.activity;

import io.itinera.contracts.Wire;

/**
 * A segment entered or left.
 *
 * @param segment the segment's id, or the hash of a journey's condition
 * @param version the segment's version that decided it
 * @param cause why
 */
@Wire
public record MembershipChange(String segment, int version, ActivityCause cause) {}
