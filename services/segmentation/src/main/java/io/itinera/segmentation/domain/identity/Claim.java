package io.itinera.segmentation.domain.identity;

import java.time.Instant;

/**
 * "That device is mine", said by an alias on another device; it is decided where that device's
 * events are.
 *
 * @param workspace the tenant
 * @param device the anonymous id that is claimed
 * @param user who claims it
 * @param at when the claim was received
 * @param evidence the id of the event that says so
 */
public record Claim(String workspace, String device, String user, Instant at, String evidence) {}
