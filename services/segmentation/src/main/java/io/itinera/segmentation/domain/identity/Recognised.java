package io.itinera.segmentation.domain.identity;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who an event is about, and what it taught us about its device.
 *
 * @param customer whom the event belongs to
 * @param origin whom it belonged to before it was read; no merge changes it
 * @param linking what it says of its own device; null when nothing new
 * @param claim what it says of another device; null when nothing
 */
public record Recognised(
        UUID customer, UUID origin, @Nullable Linking linking, @Nullable Claim claim) {}
