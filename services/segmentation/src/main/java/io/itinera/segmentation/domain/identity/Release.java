package io.itinera.segmentation.domain.identity;

import java.time.Instant;
import java.util.UUID;

/**
 * A merge was undone, and with it the link of a device that made it.
 *
 * @param workspace the tenant
 * @param device the anonymous id
 * @param customer whose it was by that link
 * @param at when it was asked for
 * @param evidence the request
 */
public record Release(
        String workspace, String device, UUID customer, Instant at, String evidence) {}
