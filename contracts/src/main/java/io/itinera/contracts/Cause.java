package io.itinera.contracts;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which enrollment brought something about.
 *
 * @param journey the journey
 * @param version its version
 * @param enrollment the customer's run through that version
 * @param node the node that asked for it
 * @param visit which visit of that node, from 1
 * @param send the send's key, when a message was involved
 */
public record Cause(
        UUID journey, int version, UUID enrollment, String node, int visit, @Nullable UUID send) {}
